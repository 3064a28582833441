import { type Operation, operations } from "@sinkove/contract";
import { breakValue } from "./break-value.ts";
import {
  bundle,
  type Described,
  type DescribedResponse,
  resolve,
  type Schema,
} from "./contract.ts";
import { type Chance, validValue } from "./valid-value.ts";

/** A generated request. */
export interface GeneratedRequest {
  readonly operation: Operation;
  /** How the request was broken. Undefined if it is valid. */
  readonly what: string | undefined;
  readonly path: Readonly<Record<string, string>>;
  readonly query: readonly (readonly [string, string])[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A generated response. */
export interface GeneratedResponse {
  readonly operation: Operation;
  readonly what: string | undefined;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined if the response has no body. */
  readonly body: unknown;
}

/** Texts that are not integers, exceed every limit, or write an integer in an unusual way. */
const ODD_INTEGERS = [
  "",
  "0",
  "-1",
  "501",
  "1.5",
  "1.0",
  "1e2",
  "0x10",
  " 5",
  "+5",
  "005",
  "five",
  "99999999999999999999",
  "true",
  "null",
];

const all: readonly Operation[] = Object.values(operations);

/** Generates a request to a random operation, valid or broken in one place. */
export function generateRequest(chance: Chance): GeneratedRequest {
  const operation = chance.pick(all);
  const described = describedOf(operation);
  const parameters = (described?.parameters ?? []).map((each) =>
    resolve<Described>(each as Described),
  );
  const isBroken = chance.next() < 0.5;
  const schema = described?.requestBody?.content["application/json"]?.schema;
  const chosen = parameters.filter(({ required }) => required === true || chance.next() < 0.5);
  const textOf = (each: Described): string =>
    each.in === "header"
      ? headerText(validValue(each.schema, chance))
      : `${validValue(each.schema, chance)}`;
  const texts = new Map(chosen.map((each) => [each, textOf(each)]));
  const body =
    schema && (described?.requestBody?.required || chance.next() < 0.7)
      ? validValue(schema, chance)
      : undefined;
  const valid = { operation, what: undefined, ...placed(texts), body };
  if (!isBroken) return valid;
  const parts: (Described | "body")[] = [
    ...chosen,
    ...(body === undefined ? [] : ["body" as const]),
  ];
  if (parts.length === 0) return valid;
  const part = chance.pick(parts);
  if (part !== "body") return breakParameter(valid, { part, texts, chance });
  if (described?.requestBody?.required && chance.next() < 0.05)
    return { ...valid, what: "no body", body: undefined };
  const { what, value } = breakValue(schema ?? {}, body, chance);
  return { ...valid, what: `body ${what}`, body: value };
}

function describedOf({ path, method }: Operation) {
  const item = bundle.paths[path];
  const own = item?.[method.toLowerCase()];
  const shared: unknown = item?.parameters;
  const parameters = [...(Array.isArray(shared) ? shared : []), ...(own?.parameters ?? [])];
  return own && { ...own, parameters };
}

type Texts = ReadonlyMap<Described, string>;

function placed(texts: Texts) {
  const at = (place: string) =>
    [...texts]
      .filter(([{ in: own }]) => own === place)
      .map(([{ name }, text]) => [name, text] as const);
  return {
    path: Object.fromEntries(at("path")),
    query: at("query"),
    headers: Object.fromEntries(at("header")),
  };
}

function breakParameter(
  valid: GeneratedRequest,
  { part, texts, chance }: { part: Described; texts: Texts; chance: Chance },
): GeneratedRequest {
  const schema = resolve<Schema>(part.schema);
  if (part.in === "query" && chance.next() < 0.1) {
    const query = [...valid.query, ...valid.query.filter(([name]) => name === part.name)];
    return { ...valid, query, what: `${part.name}: is sent twice` };
  }
  if (schema.type === "integer") {
    const text = chance.pick(ODD_INTEGERS);
    return {
      ...valid,
      ...placed(new Map([...texts, [part, text]])),
      what: `${part.name}: is ${JSON.stringify(text)}`,
    };
  }
  const broken = breakValue(part.schema, texts.get(part), chance);
  // Only texts can be sent, and headers and path segments cannot hold every text.
  const text = `${broken.value}`;
  const sent = part.in === "header" ? text.replaceAll(/[^\x20-\x7e]/g, " ").trim() : text;
  if (part.in === "path" && sent === "") return valid;
  return {
    ...valid,
    ...placed(new Map([...texts, [part, sent]])),
    what: `${part.name} ${broken.what}`,
  };
}

/** Generates a response of a random operation, valid or broken in one place. */
export function generateResponse(chance: Chance): GeneratedResponse {
  const operation = chance.pick(all);
  const status = chance.pick(Object.keys(operation.responses));
  const response = resolve<DescribedResponse>(
    describedOf(operation)?.responses[status] as DescribedResponse,
  );
  const described = Object.entries(response.headers ?? {}).map(([name, header]) => ({
    ...resolve<Described>(header),
    name,
  }));
  const chosen = described.filter(({ required }) => required === true || chance.next() < 0.5);
  const headers: Record<string, string> = {};
  for (const { name, schema } of chosen) headers[name] = headerText(validValue(schema, chance));
  const [type, content] = Object.entries(response.content ?? {})[0] ?? [];
  if (type) headers["Content-Type"] = type;
  const body = content?.schema ? validValue(content.schema, chance) : undefined;
  const valid = { operation, what: undefined, status: Number(status), headers, body };
  if (chance.next() < 0.5) return valid;
  return breakResponse(valid, { chosen, schema: content?.schema, chance });
}

function headerText(value: unknown): string {
  return `${value}`.replaceAll(/[^\x20-\x7e]/g, "e");
}

interface ToBreak {
  readonly chosen: readonly Described[];
  readonly schema: Schema | undefined;
  readonly chance: Chance;
}

function breakResponse(
  valid: GeneratedResponse,
  { chosen, schema, chance }: ToBreak,
): GeneratedResponse {
  const kind = chance.next();
  if (kind < 0.05)
    return { ...valid, status: chance.pick([202, 418, 301, 599]), what: "an undeclared status" };
  if (kind < 0.1 && schema) {
    const type = chance.pick(["text/html", "application/xml", "application/octet-stream"]);
    return {
      ...valid,
      headers: { ...valid.headers, "Content-Type": type },
      what: `Content-Type: is ${type}`,
    };
  }
  if (kind < 0.4 && chosen.length > 0) return breakHeader(valid, chance.pick(chosen), chance);
  if (!schema) return valid;
  const { what, value } = breakValue(schema, valid.body, chance);
  return { ...valid, what: `body ${what}`, body: value };
}

function breakHeader(
  valid: GeneratedResponse,
  header: Described,
  chance: Chance,
): GeneratedResponse {
  const { [header.name]: text, ...others } = valid.headers;
  if (chance.next() < 0.5) return { ...valid, headers: others, what: `${header.name}: is missing` };
  const schema = resolve<Schema>(header.schema);
  const sent =
    schema.type === "integer"
      ? chance.pick(ODD_INTEGERS).trim()
      : headerText(breakValue(header.schema, text, chance).value);
  return {
    ...valid,
    headers: { ...others, [header.name]: sent },
    what: `${header.name}: is ${JSON.stringify(sent)}`,
  };
}
