import type { HttpResponse } from "@sinkove/api";
import { readTarget } from "@sinkove/api";
import { redact } from "@sinkove/api-key";
import { allowedMethods } from "../contract/allowed-methods.ts";
import { promisedHeadersOnly } from "../contract/promised-headers.ts";
import { MAX_BODY_BYTES, type MockRequest } from "../http.ts";
import { problemResponse } from "../problem.ts";
import { withoutVersion } from "../versions.ts";
import { readPrefer } from "./prefer.ts";
import { createPrism, type Prism, type PrismAnswer } from "./prism.ts";
import { headersForPrism, isBodiless } from "./prism-request.ts";

/** Answers from examples alone. */
export type StatelessMock = (request: MockRequest) => Promise<HttpResponse>;

/**
 * Plain Prism: every operation is answered from the contract's examples, nothing is remembered.
 * `Prefer: code=…`, `Prefer: example=…` and `Prefer: dynamic=true` choose the answer.
 *
 * @param document the contract's bundle
 */
export async function createStatelessMock(document: object): Promise<StatelessMock> {
  const prism = await createPrism(promisedHeadersOnly(document));
  return (request) =>
    answer(request, { prism, document }).catch((error: Error) =>
      refuse(request, { status: 500, detail: error.message }),
    );
}

interface Mock {
  readonly prism: Prism;
  readonly document: object;
}

async function answer(request: MockRequest, { prism, document }: Mock): Promise<HttpResponse> {
  const { pathname, search } = readTarget(request.url);
  const path = withoutVersion(pathname);
  const misspelt = pathFault(path);
  if (misspelt) return refuse(request, misspelt);
  const allowed = allowedMethods(document, path);
  if (allowed && !allowed.includes(request.method)) return methodNotAllowed(request, allowed);
  const body = await parseBody(request);
  if ("refusal" in body) return body.refusal;
  const method = request.method === "HEAD" ? "GET" : request.method;
  const headers = headersForPrism(request);
  const query = new URLSearchParams(search);
  const answered = await prism({ method, path, query, headers, body: body.parsed });
  if (allowed && "refused" in answered && isUnmet(request, answered.refused)) return unmet(request);
  return toResponse(request, answered);
}

/** Whether Prism has not found the example that the client prefers: it says so by either status. */
function isUnmet({ headers }: MockRequest, { status }: { readonly status: number }): boolean {
  const { code, example } = readPrefer(headers.get("prefer"));
  return (code ?? example) !== undefined && (status === 404 || status === 500);
}

function unmet(request: MockRequest): HttpResponse {
  const prefer = redact(request.headers.get("prefer") ?? "");
  const detail = `The contract has no answer for Prefer: ${prefer}. Choose a code and an example of this operation: https://docs.sinkove.com/reference lists them.`;
  return refuse(request, { status: 400, detail });
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

function methodNotAllowed(request: MockRequest, allowed: readonly string[]): HttpResponse {
  return problemResponse(request, "METHOD_NOT_ALLOWED", {
    status: 405,
    title: "Method not allowed",
    detail: `This path takes ${allowed.join(", ")}, not ${request.method}.`,
    headers: { Allow: allowed.join(", ") },
  });
}

type ParsedBody = { readonly parsed: unknown } | { readonly refusal: HttpResponse };

/** Prism hangs or stumbles on a malformed body, so it only ever sees a parsed one. */
async function parseBody(request: MockRequest): Promise<ParsedBody> {
  if (isBodiless(request.method)) return { parsed: undefined };
  const bytes = await request.readBody(MAX_BODY_BYTES);
  if (bytes === undefined) {
    const detail = `The request body is larger than ${MAX_BODY_BYTES} bytes. Send a smaller one.`;
    const told = { status: 413, title: "Payload too large", detail };
    return { refusal: problemResponse(request, "PAYLOAD_TOO_LARGE", told) };
  }
  if (bytes.length === 0) return { parsed: undefined };
  const type = request.headers.get("content-type") ?? "of no type";
  if (!/^application\/json\b/i.test(type)) {
    const detail = `The request body is ${type}. Send it as Content-Type: application/json.`;
    return { refusal: refuse(request, { status: 415, detail }) };
  }
  try {
    return { parsed: JSON.parse(new TextDecoder().decode(bytes)) };
  } catch {
    const detail = "The request body is not valid JSON. Send a complete JSON document.";
    return { refusal: refuse(request, { status: 400, detail }) };
  }
}

function toResponse(request: MockRequest, answered: PrismAnswer): HttpResponse {
  if ("refused" in answered) return refuse(request, answered.refused);
  const { status, headers, body } = answered;
  if (status === 204 || status === 304) return { status, headers, body: null };
  if (body !== undefined && body !== null) {
    return { status, headers, body: JSON.stringify(body) };
  }
  // Without state there is no file: it is empty, and says so.
  return { status, headers: { ...headers, "Content-Length": "0" }, body: null };
}

function refuse(
  request: MockRequest,
  { status, detail }: { status: number; detail: string },
): HttpResponse {
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
