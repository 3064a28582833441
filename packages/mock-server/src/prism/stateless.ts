import { allowedMethods } from "../contract/allowed-methods.ts";
import { promisedHeadersOnly } from "../contract/promised-headers.ts";
import type { FetchHandler } from "../fetch-handler.ts";
import { problemResponse } from "../problem.ts";
import { MAX_BODY_BYTES, readBody } from "../request-body.ts";
import { createPrism, type Prism, type PrismAnswer } from "./prism.ts";
import { headersForPrism, isBodiless } from "./prism-request.ts";

/**
 * Plain Prism: every operation is answered from the contract's examples, nothing is remembered.
 * `Prefer: code=…`, `Prefer: example=…` and `Prefer: dynamic=true` choose the answer.
 *
 * @param document the contract's bundle
 */
export async function createStatelessMock(document: object): Promise<FetchHandler> {
  const prism = await createPrism(promisedHeadersOnly(document));
  return async (request) => {
    const response = await answer(request, { prism, document }).catch((error: Error) =>
      refuse(request, { status: 500, detail: error.message }),
    );
    return request.method === "HEAD" ? new Response(null, response) : response;
  };
}

interface Mock {
  readonly prism: Prism;
  readonly document: object;
}

async function answer(request: Request, { prism, document }: Mock): Promise<Response> {
  const url = new URL(request.url);
  const path = url.pathname.replace(/^\/v1(?=\/)/, "");
  const misspelt = pathFault(path);
  if (misspelt) return refuse(request, misspelt);
  const allowed = allowedMethods(document, path);
  if (allowed && !allowed.includes(request.method)) return methodNotAllowed(request, allowed);
  const body = await parseBody(request);
  if (body instanceof Response) return body;
  const method = request.method === "HEAD" ? "GET" : request.method;
  const headers = headersForPrism(request);
  return toResponse(request, await prism({ method, path, query: url.searchParams, headers, body }));
}

/** Prism takes an empty segment for a parameter, and falls over one that is not percent-encoded UTF-8. */
function pathFault(path: string) {
  if (path.includes("//") || (path !== "/" && path.endsWith("/"))) {
    return {
      status: 404,
      detail: "There is nothing at a path with an empty segment. Leave the extra slash out.",
    };
  }
  try {
    decodeURIComponent(path);
  } catch {
    return { status: 400, detail: "The path is not valid percent-encoded UTF-8. Encode it anew." };
  }
  return undefined;
}

function methodNotAllowed(request: Request, allowed: readonly string[]): Response {
  return problemResponse(request, "METHOD_NOT_ALLOWED", {
    status: 405,
    title: "Method not allowed",
    detail: `This path takes ${allowed.join(", ")}, not ${request.method}.`,
    headers: { Allow: allowed.join(", ") },
  });
}

/** Prism hangs or stumbles on a malformed body, so it only ever sees a parsed one. */
async function parseBody(request: Request): Promise<unknown> {
  if (isBodiless(request.method)) return undefined;
  const text = await readBody(request);
  if (text === undefined) {
    const detail = `The request body is larger than ${MAX_BODY_BYTES} bytes. Send a smaller one.`;
    return problemResponse(request, "PAYLOAD_TOO_LARGE", {
      status: 413,
      title: "Payload too large",
      detail,
    });
  }
  if (text === "") return undefined;
  const type = request.headers.get("content-type") ?? "of no type";
  if (!/^application\/json\b/i.test(type)) {
    const detail = `The request body is ${type}. Send it as Content-Type: application/json.`;
    return refuse(request, { status: 415, detail });
  }
  try {
    return JSON.parse(text);
  } catch {
    const detail = "The request body is not valid JSON. Send a complete JSON document.";
    return problemResponse(request, "INVALID_REQUEST", {
      status: 400,
      title: "Invalid request",
      detail,
    });
  }
}

function toResponse(request: Request, answered: PrismAnswer): Response {
  if ("refused" in answered) return refuse(request, answered.refused);
  const { status, headers, body } = answered;
  if (status === 204 || status === 304) return new Response(null, { status, headers });
  if (body !== undefined && body !== null) {
    return new Response(JSON.stringify(body), { status, headers });
  }
  // Without state there is no file: it is empty, and says so.
  return new Response(null, { status, headers: { ...headers, "Content-Length": "0" } });
}

function refuse(
  request: Request,
  { status, detail }: { status: number; detail: string },
): Response {
  switch (status) {
    case 400:
      return problemResponse(request, "INVALID_REQUEST", {
        status,
        title: "Invalid request",
        detail,
      });
    case 404:
      return problemResponse(request, "NOT_FOUND", { status, title: "Not found", detail });
    case 406:
      return problemResponse(request, "NOT_ACCEPTABLE", {
        status,
        title: "Not acceptable",
        detail,
      });
    case 415:
      return problemResponse(request, "UNSUPPORTED_MEDIA_TYPE", {
        status,
        title: "Unsupported media type",
        detail,
      });
    default:
      return problemResponse(request, "INTERNAL_ERROR", {
        status: 500,
        title: "Internal error",
        detail,
      });
  }
}
