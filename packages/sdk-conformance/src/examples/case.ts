import { createRequire } from "node:module";
import { type Operation, operations } from "@sinkove/contract";
import type { TargetName } from "./target.ts";

const contract = createRequire(import.meta.url)("@sinkove/openapi/openapi.json");

/** A response in the contract, with the request that leads to it. */
export interface ExampleCase {
  readonly operationId: Operation["id"];
  readonly method: Operation["method"];
  /** The path template, such as `/datasets/{datasetId}`. */
  readonly path: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Whether the operation accepts only sessions, which an SDK does not send. */
  readonly needsSession: boolean;
  readonly status: number;
  /** The name of the example; absent if the contract has none for this response. */
  readonly example?: string;
  /** The body of the example. */
  readonly value?: unknown;
  /** Targets that cannot give this response, with the reason. */
  readonly leftOut: Readonly<Partial<Record<TargetName, string>>>;
}

const ANY_ID = "01939ae2-5d40-7a1f-9b2e-6f0c2d8e4a17";

const ARCHIVES: ExampleCase["leftOut"] = {
  "prism mock": "has no serializer for application/zip",
  "prism proxy": "corrupts ZIP archives (stoplightio/prism#1321)",
};

const REPORTS_OF_KEYS: readonly Operation["id"][] = ["reportApiKeyLeak", "reportGithubLeaks"];

/** SDKs never send an API key in a request body, and reports of leaked keys contain one. */
const REFUSED: ExampleCase["leftOut"] = Object.fromEntries(
  ["sinkove-mock", "prism mock", "prism proxy"].map((name) => [
    name,
    "gets no request, because SDKs do not send an API key in a body",
  ]),
);

/** Every operation, status and example of the contract. */
export const exampleCases: readonly ExampleCase[] = Object.values<Operation>(operations).flatMap(
  (operation) =>
    Object.keys(operation.responses).flatMap((status) =>
      examplesOf(operation, status).map((example) => caseOf(operation, status, example)),
    ),
);

function caseOf(operation: Operation, status: string, example: string | undefined): ExampleCase {
  const value = example === undefined ? undefined : contract.components.examples[example].value;
  return {
    operationId: operation.id,
    method: operation.method,
    path: operation.path,
    pathParameters: pathParametersOf(operation, value),
    body: bodyOf(operation),
    needsSession: operation.schemes.length > 0 && !operation.schemes.includes("apiKey"),
    status: Number(status),
    ...(example === undefined ? {} : { example, value }),
    leftOut: leftOutOf(operation, status),
  };
}

function leftOutOf({ id }: Operation, status: string): ExampleCase["leftOut"] {
  if (REPORTS_OF_KEYS.includes(id)) return REFUSED;
  return id === "downloadFile" && status.startsWith("2") ? ARCHIVES : {};
}

/** The names of a response's examples in the contract; undefined if it has none. */
function examplesOf(operation: Operation, status: string): (string | undefined)[] {
  const name = operation.responses[status] ?? "";
  const [content] = Object.values<{ examples?: object }>(
    contract.components.responses[name].content ?? {},
  );
  const names = Object.keys(content?.examples ?? {});
  return names.length > 0 ? names : [undefined];
}

function bodyOf({ id, method, path }: Operation): unknown {
  const body = contract.paths[path][method.toLowerCase()].requestBody;
  if (!body) return undefined;
  const [reference] = Object.values<{ $ref: string }>(body.content["application/json"].examples);
  if (!reference) throw new Error(`${id} has no example of its body`);
  return contract.components.examples[reference.$ref.split("/").at(-1) ?? ""].value;
}

/** Uses the example's id as the last path parameter, because SDKs may refuse a response with another id. */
function pathParametersOf({ parameters }: Operation, value: unknown): Record<string, string> {
  const names = parameters.filter((each) => each.in === "path").map((each) => each.name);
  const { id = ANY_ID } = (value ?? {}) as { id?: string };
  return Object.fromEntries(
    names.map((name, index) => {
      if (name === "downloadToken") return [name, "v1.x"];
      return [name, index === names.length - 1 ? id : ANY_ID];
    }),
  );
}
