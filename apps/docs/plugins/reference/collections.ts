import type { ContractOperation } from "@sinkove/openapi/contract";
import { contract } from "./contract.ts";
import { WITHOUT_SAMPLE } from "./samples.ts";

/** A request with the facts that both kinds of collection need. */
interface CollectedRequest {
  readonly name: string;
  readonly method: string;
  /** Path parameters are written as `:name`. */
  readonly path: string;
  readonly description: string;
  readonly pathParameters: readonly Field[];
  readonly query: readonly Field[];
  readonly headers: readonly Field[];
  /** JSON, or empty. */
  readonly body: string;
}

interface Field {
  readonly name: string;
  readonly value: string;
  readonly description: string;
}

const BASE_URL = contract.document.servers?.[0]?.url ?? "";

/** Returns a Postman collection (format 2.1) of all operations that an API key may call. */
export function postmanCollection(): unknown {
  return {
    info: {
      name: "Sinkove API",
      description: `Made from the OpenAPI document ${contract.document.info?.version}. Set the variable apiKey to your API key.`,
      schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
    },
    auth: { type: "bearer", bearer: [{ key: "token", value: "{{apiKey}}", type: "string" }] },
    variable: [
      { key: "baseUrl", value: BASE_URL },
      { key: "apiKey", value: "" },
    ],
    item: folders((request) => ({
      name: request.name,
      request: {
        method: request.method,
        description: request.description,
        header: request.headers.map(postmanField),
        url: {
          raw: `{{baseUrl}}${request.path}`,
          host: ["{{baseUrl}}"],
          path: request.path.slice(1).split("/"),
          variable: request.pathParameters.map(({ name, value, description }) => {
            return { key: name, value, description };
          }),
          query: request.query.map(postmanField),
        },
        ...(request.body !== "" && {
          body: { mode: "raw", raw: request.body, options: { raw: { language: "json" } } },
        }),
      },
    })).map(({ name, items }) => ({ name, item: items })),
  };
}

/** Optional fields are disabled, so that the request works unchanged. */
function postmanField({ name, value, description }: Field) {
  return { key: name, value, description, disabled: true };
}

/** Returns a collection for Bruno of all operations that an API key may call. */
export function brunoCollection(): unknown {
  return {
    name: "Sinkove API",
    version: "1",
    environments: [
      {
        name: "Sinkove",
        variables: [
          { name: "baseUrl", value: BASE_URL, enabled: true, secret: false, type: "text" },
          { name: "apiKey", value: "", enabled: true, secret: true, type: "text" },
        ],
      },
    ],
    items: folders((request, index) => ({
      type: "http",
      name: request.name,
      seq: index + 1,
      request: {
        url: `{{baseUrl}}${request.path}`,
        method: request.method,
        docs: request.description,
        headers: request.headers.map(brunoField),
        params: [
          ...request.pathParameters.map((field) => {
            return { ...brunoField(field), type: "path", enabled: true };
          }),
          ...request.query.map((field) => ({ ...brunoField(field), type: "query" })),
        ],
        body: request.body === "" ? { mode: "none" } : { mode: "json", json: request.body },
        auth: { mode: "bearer", bearer: { token: "{{apiKey}}" } },
      },
    })).map(({ name, items }) => ({ type: "folder", name, items })),
  };
}

function brunoField({ name, value, description }: Field) {
  return { name, value, description, enabled: false };
}

/** Groups the operations by tag, in the contract's order. */
function folders<Item>(itemOf: (request: CollectedRequest, index: number) => Item) {
  return (contract.document.tags ?? []).flatMap(({ name }) => {
    const operations = contract.operations.filter(
      ({ id, tag, isPublic, schemes }) =>
        tag === name && (isPublic || schemes.includes("apiKey")) && !(id in WITHOUT_SAMPLE),
    );
    const items = operations.map((operation, index) => itemOf(requestOf(operation), index));
    return items.length === 0 ? [] : [{ name, items }];
  });
}

function requestOf(operation: ContractOperation): CollectedRequest {
  const { summary, method, path, description, parameters, body } = operation;
  const fieldsIn = (place: string): Field[] =>
    parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, description: about, example }) => {
        return { name, value: example === undefined ? "" : String(example), description: about };
      });
  const [example] = body?.examples ?? [];
  return {
    name: summary,
    method,
    path: path.replaceAll(/\{(\w+)\}/g, ":$1"),
    description,
    pathParameters: fieldsIn("path"),
    query: fieldsIn("query"),
    headers: fieldsIn("header"),
    body: example === undefined ? "" : JSON.stringify(example.value, null, 2),
  };
}
