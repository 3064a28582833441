import type { Contract, ContractParameter } from "@sinkove/openapi/contract";
import {
  type Document,
  type Header,
  nameOf,
  type Response,
  resolve,
  type Schema,
} from "@sinkove/openapi/document";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import addFormats from "ajv-formats";
import { build } from "esbuild";

const scalars = ["string", "integer", "number", "boolean"];
const annotations = ["description", "title", "example", "examples", "default", "deprecated"];

/**
 * Compiles the schemas of all requests and responses into one ES module without dependencies. The exports are
 * `parameters_<operationId>`, `body_<operationId>`, `headers_<Response>` and `content_<Response>`. Equal schemas are
 * compiled once and exported under each of their names.
 */
export async function generateValidators(contract: Contract): Promise<string> {
  const { document } = contract;
  const ajv = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    strictRequired: false,
    code: { source: true, esm: true },
  });
  addFormats.default(ajv);
  for (const [name, schema] of Object.entries(contract.schemas)) {
    ajv.addSchema(compilable(document, schema), `schema_${name}`);
  }
  const ids = new Map<string, string>();
  const aliases: string[] = [];
  for (const [name, schema] of judgedSchemas(contract)) {
    const stripped = compilable(document, schema);
    const text = JSON.stringify(stripped);
    const equal = ids.get(text);
    if (equal) aliases.push(`export { ${equal} as ${name} };`);
    else ajv.addSchema(stripped, name);
    ids.set(text, equal ?? name);
  }
  const code = standalone.default(ajv, Object.fromEntries([...ids.values()].map((id) => [id, id])));
  return bundle([code, ...aliases].join("\n"));
}

function judgedSchemas({ document, operations }: Contract): [name: string, schema: Schema][] {
  const requests = operations.flatMap(({ id, parameters, body }) => {
    return [
      [`parameters_${id}`, parametersSchema(parameters)],
      ...(body ? [[`body_${id}`, body.schema]] : []),
    ] as [string, Schema][];
  });
  const responses = Object.entries(document.components?.responses ?? {}).flatMap(([name, node]) => {
    // The contract was linted, so this section contains only responses.
    const response = node as Response;
    const content = Object.values(response.content ?? {})[0]?.schema;
    return [
      [`headers_${name}`, headersSchema(document, response)],
      ...(content ? [[`content_${name}`, content]] : []),
    ] as [string, Schema][];
  });
  return [...requests, ...responses];
}

/** Combines parameters in one flat object, because their names are unique within an operation. */
function parametersSchema(parameters: readonly ContractParameter[]): Schema {
  return {
    type: "object",
    required: parameters.filter((p) => p.required).map((p) => p.name),
    properties: Object.fromEntries(parameters.map((p) => [p.name, p.schema])),
  };
}

function headersSchema(document: Document, response: Response): Schema {
  const headers = Object.entries(response.headers ?? {}).map(
    ([name, header]) => [name.toLowerCase(), resolve<Header>(document, header)] as const,
  );
  return {
    type: "object",
    required: headers.filter(([, header]) => header.required).map(([name]) => name),
    properties: Object.fromEntries(headers.map(([name, { schema = {} }]) => [name, schema])),
  };
}

/**
 * Removes annotations from a schema, and inlines scalar components. With the item type inline, Ajv checks `uniqueItems`
 * in linear time, which matters for a hostile body of 1 MiB.
 */
function compilable(document: Document, node: unknown): Schema {
  return strip(node) as Schema;

  function strip(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(strip);
    if (typeof value !== "object" || value === null) return value;
    const { $ref, ...siblings } = value as Schema;
    const target = typeof $ref === "string" ? resolve<Schema>(document, { $ref }) : undefined;
    if (target && scalars.includes(target.type as string)) return strip({ ...target, ...siblings });
    const kept = Object.entries(value).filter(([keyword]) => !isAnnotation(keyword));
    return Object.fromEntries(kept.map(([keyword, v]) => [keyword, stripKeyword(keyword, v)]));
  }

  /** Keeps all names in `properties`, because they are not keywords: a property may be called `description`. */
  function stripKeyword(keyword: string, value: unknown): unknown {
    if (keyword === "$ref") return `schema_${nameOf({ $ref: String(value) })}`;
    if (keyword !== "properties") return strip(value);
    return Object.fromEntries(Object.entries(value as object).map(([k, v]) => [k, strip(v)]));
  }
}

function isAnnotation(keyword: string): boolean {
  return annotations.includes(keyword) || keyword.startsWith("x-");
}

/** Bundles the parts of Ajv that its standalone code imports at run time. */
async function bundle(code: string): Promise<string> {
  const result = await build({
    stdin: { contents: code, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    platform: "neutral",
    mainFields: ["main"],
    banner: { js: "// Generated from the contract. Do not edit; run `npm run generate`." },
    legalComments: "none",
    logLevel: "silent",
    minifyWhitespace: true,
    lineLimit: 200,
  });
  return withLiterals(result.outputFiles[0]?.text ?? "");
}

/**
 * Replaces `new RegExp("…")` with a literal, because some minifiers change the backslashes of a pattern in a string.
 * Patterns without backslashes are also replaced, for consistency.
 */
function withLiterals(code: string): string {
  return code.replace(
    /\bnew RegExp\(\s*("(?:[^"\\]|\\[\s\S])*"),\s*"(\w*)"\s*\)/g, // the line limit breaks strings and arguments
    (_, pattern: string, flags: string) =>
      `${new RegExp(JSON.parse(pattern.replaceAll("\\\n", "")), flags)}`,
  );
}

/** The declarations of the validators are empty. `src/compiled-validators.ts` gives the validators their type. */
export const validatorsDeclaration = "export {};\n";
