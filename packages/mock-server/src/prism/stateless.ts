import type { HttpResponse } from "@sinkove/api";
import { readTarget } from "@sinkove/api";
import { redact } from "@sinkove/api-key";
import type { ErrorCode } from "@sinkove/contract";
import { type Operation, type RequestBody, resolve } from "@sinkove/openapi/document";
import { type FoundPath, findPath } from "../contract/find-path.ts";
import { promisedHeadersOnly } from "../contract/promised-headers.ts";
import { essenceOf, isInRange } from "../engines/media-type.ts";
import { headerOf, MAX_BODY_BYTES, type MockRequest } from "../http.ts";
import { problemResponse } from "../problem.ts";
import { withoutVersion } from "../versions.ts";
import { ownedBy, serversOf } from "./own-answer.ts";
import { readPrefer } from "./prefer.ts";
import { createPrism, type Prism, type PrismAnswer } from "./prism.ts";
import { headersForPrism, isBodiless } from "./prism-request.ts";

/** Answers requests with examples only. */
export type StatelessMock = (request: MockRequest) => Promise<HttpResponse>;

/**
 * Creates a mock that answers every operation with the contract's examples and keeps no state. `Prefer: code=…`,
 * `Prefer: example=…` and `Prefer: dynamic=true` select the response.
 *
 * @param document the bundled contract
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
  const { origin, pathname, search } = readTarget(request.url);
  const { misunderstood } = readPrefer(request.headers.get("prefer"));
  if (misunderstood !== undefined) return refuse(request, notUnderstood(misunderstood));
  const found = findPath(document, pathname);
  const misspelt = pathFault(pathname, found);
  if (misspelt) return refuse(request, misspelt);
  if (found && !found.methods.includes(request.method)) {
    return methodNotAllowed(request, found.methods);
  }
  const operation = found?.operation(request.method);
  const body = await parseBody(request, operation && mediaTypesOf(operation, document));
  if ("refusal" in body) return body.refusal;
  const method = isImpliedHead(request, found) ? "GET" : request.method;
  const path = found?.path ?? withoutVersion(pathname);
  const headers = headersForPrism(request);
  const query = new URLSearchParams(search);
  const answered = await prism({ method, path, query, headers, body: body.parsed });
  if (found && "refused" in answered && isUnmet(request, answered.refused)) return unmet(request);
  const place = { origin, servers: serversOf(document) };
  return toResponse(request, "refused" in answered ? answered : ownedBy(answered, request, place));
}

function notUnderstood(part: string) {
  const detail = `Prefer: ${redact(part)} is not understood. Use code=STATUS, example=NAME or dynamic=true.`;
  return { status: 400, detail };
}

/** Whether a HEAD request is for a path with only GET. Prism does not derive HEAD from GET. */
function isImpliedHead({ method }: MockRequest, found: FoundPath | undefined): boolean {
  return method === "HEAD" && found?.operation("HEAD") === found?.operation("GET");
}

/** The media types that an operation accepts. Undefined if it accepts no body. */
function mediaTypesOf({ requestBody }: Operation, document: object): string[] | undefined {
  return requestBody && Object.keys(resolve<RequestBody>(document, requestBody).content ?? {});
}

/** Whether Prism did not find the preferred example. It reports that with the status 404 or 500. */
function isUnmet({ headers }: MockRequest, { status }: { readonly status: number }): boolean {
  const { code, example } = readPrefer(headers.get("prefer"));
  return (code ?? example) !== undefined && (status === 404 || status === 500);
}

function unmet(request: MockRequest): HttpResponse {
  const prefer = redact(request.headers.get("prefer") ?? "");
  const detail = `The contract has no example for Prefer: ${prefer}. Choose a code and an example of this operation from https://docs.sinkove.com/reference.`;
  return refuse(request, { status: 400, detail });
}

/** Rejects paths that Prism mishandles: it treats an empty segment as a parameter, and fails on invalid encoding. */
function pathFault(path: string, found: FoundPath | undefined) {
  if (!found && (path.includes("//") || (path !== "/" && path.endsWith("/")))) {
    return {
      status: 404,
      detail: "The path has an empty segment. Remove the extra slash.",
    };
  }
  try {
    decodeURIComponent(path);
  } catch {
    return { status: 400, detail: "The path is not valid percent-encoded UTF-8. Encode it again." };
  }
  return undefined;
}

function methodNotAllowed(request: MockRequest, allowed: readonly string[]): HttpResponse {
  return problemResponse(request, "METHOD_NOT_ALLOWED", {
    status: 405,
    title: "Method not allowed",
    detail: `This path allows ${allowed.join(", ")}, not ${request.method}.`,
    headers: { Allow: allowed.join(", ") },
  });
}

type ParsedBody = { readonly parsed: unknown } | { readonly refusal: HttpResponse };

/** Parses the body, because Prism can hang on a malformed one. */
async function parseBody(
  request: MockRequest,
  mediaTypes: readonly string[] = ["application/json"],
): Promise<ParsedBody> {
  if (isBodiless(request.method)) return { parsed: undefined };
  const bytes = await request.readBody(MAX_BODY_BYTES);
  if (bytes === undefined) {
    const detail = `The request body is larger than ${MAX_BODY_BYTES} bytes. Send a smaller one.`;
    const problem = { status: 413, title: "Payload too large", detail };
    return { refusal: problemResponse(request, "PAYLOAD_TOO_LARGE", problem) };
  }
  if (bytes.length === 0) return { parsed: undefined };
  const encoding = request.headers.get("content-encoding") ?? "identity";
  if (encoding.trim().toLowerCase() !== "identity") {
    const detail = "The body must not be compressed. Send it without Content-Encoding.";
    return { refusal: refuse(request, { status: 415, detail }) };
  }
  const type = essenceOf(request.headers.get("content-type")) ?? "of no type";
  if (!mediaTypes.some((range) => isInRange(type, range))) {
    const detail = `The request body is ${type}. Send it as Content-Type: ${mediaTypes.join(" or ")}.`;
    return { refusal: refuse(request, { status: 415, detail }) };
  }
  const text = new TextDecoder().decode(bytes);
  if (!type.endsWith("json")) return { parsed: text };
  try {
    return { parsed: JSON.parse(text) };
  } catch {
    const detail = "The request body is not valid JSON. Send a complete JSON document.";
    return { refusal: refuse(request, { status: 400, detail }) };
  }
}

function toResponse(request: MockRequest, answered: PrismAnswer): HttpResponse {
  if ("refused" in answered) return refuse(request, answered.refused);
  const { status, headers, body } = answered;
  if (status < 200) return refuse(request, { status: 500, detail: NOT_FINAL });
  if (status === 204 || status === 304) return { status, headers, body: null };
  if (body !== undefined && body !== null) {
    const isText = typeof body === "string" && !isJson(headers);
    return { status, headers, body: isText ? body : JSON.stringify(body) };
  }
  // A stateless mock has no files, so it sends an empty one.
  return { status, headers: { ...headers, "Content-Length": "0" }, body: null };
}

const NOT_FINAL =
  "The contract's response has a status below 200, which is not a final response. Choose another with Prefer: code=….";

function isJson(headers: Readonly<Record<string, string>>): boolean {
  return essenceOf(headerOf({ headers }, "content-type"))?.endsWith("json") ?? true;
}

/** The contract's error codes and titles for Prism's errors. */
const REFUSALS: Readonly<Record<number, readonly [code: ErrorCode, title: string]>> = {
  400: ["INVALID_REQUEST", "Invalid request"],
  401: ["INVALID_API_KEY", "Invalid API key"],
  404: ["NOT_FOUND", "Not found"],
  405: ["METHOD_NOT_ALLOWED", "Method not allowed"],
  406: ["NOT_ACCEPTABLE", "Not acceptable"],
  415: ["UNSUPPORTED_MEDIA_TYPE", "Unsupported media type"],
  422: ["VALIDATION_ERROR", "Validation error"],
};

function refuse(
  request: MockRequest,
  { status, detail }: { status: number; detail: string },
): HttpResponse {
  const known = REFUSALS[status];
  const [code, title] = known ?? ["INTERNAL_ERROR", "Internal error"];
  return problemResponse(request, code, { status: known ? status : 500, title, detail });
}
