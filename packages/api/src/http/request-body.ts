import type { HttpRequest } from "./messages.ts";
import { ApiError, validationError } from "./problem.ts";
import { loneSurrogates } from "./well-formed.ts";

const DEEPEST = 64;
const utf8: TextDecoder = new TextDecoder("utf-8", { fatal: true });

/** Checks the bytes of a body before they are parsed. @throws ApiError if they must not be parsed */
export type JudgeBytes = (bytes: Uint8Array) => Promise<void>;

/**
 * Reads a JSON body, and stops as soon as it is larger than the operation allows.
 *
 * @param most - how many bytes it may have
 * @param judge - called before the body is parsed
 * @returns undefined if the body is empty
 * @throws ApiError PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, INVALID_REQUEST or VALIDATION_ERROR
 */
export async function readJsonBody(
  request: HttpRequest,
  most: number,
  judge?: JudgeBytes,
): Promise<unknown> {
  if (Number(request.headers.get("content-length")) > most) throw tooLarge(most);
  const bytes = await readBytes(request, most);
  // A host may have read it already, up to its own limit.
  if (!bytes || bytes.length > most) throw tooLarge(most);
  if (bytes.length === 0) return undefined;
  requireUncompressed(request.headers.get("content-encoding"));
  requireJson(request.headers.get("content-type"));
  await judge?.(bytes);
  return parse(bytes);
}

async function readBytes(request: HttpRequest, most: number): Promise<Uint8Array | undefined> {
  try {
    return await request.readBody(most);
  } catch {
    // Usually the client has closed the connection, and nobody reads this.
    throw new ApiError("INVALID_REQUEST", "The request body is incomplete. Send all of it.");
  }
}

function tooLarge(most: number): ApiError {
  const detail = `The body is larger than ${most / 1024} KiB, the most that this operation takes. Send a smaller one.`;
  return new ApiError("PAYLOAD_TOO_LARGE", detail);
}

/** RFC 9110, section 15.5.16: `Accept-Encoding` says what to send instead. */
function requireUncompressed(encoding: string | null): void {
  if (encoding === null || encoding.trim().toLowerCase() === "identity") return;
  const detail = "The body must not be compressed. Send it without Content-Encoding.";
  const headers = { "Accept-Encoding": "identity" };
  throw new ApiError("UNSUPPORTED_MEDIA_TYPE", detail, { headers });
}

function requireJson(contentType: string | null): void {
  const type = contentType?.split(";")[0]?.trim().toLowerCase();
  if (type === "application/json") return;
  const detail = "The body must be JSON. Send the header Content-Type: application/json.";
  throw new ApiError("UNSUPPORTED_MEDIA_TYPE", detail, { headers: { Accept: "application/json" } });
}

function parse(bytes: Uint8Array): unknown {
  const [text, body] = decode(bytes);
  if (isDeeperThan(body, DEEPEST)) {
    const detail = `The body is nested more than ${DEEPEST} levels deep. Make it flatter.`;
    throw new ApiError("INVALID_REQUEST", detail);
  }
  const violations = loneSurrogates(text, body);
  if (violations.length > 0) throw validationError(violations);
  return body;
}

function decode(bytes: Uint8Array): [text: string, body: unknown] {
  try {
    const text = utf8.decode(bytes);
    return [text, JSON.parse(text)];
  } catch {
    const detail = "The body is not valid UTF-8 JSON. Correct its syntax.";
    throw new ApiError("INVALID_REQUEST", detail);
  }
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  return Object.values(value).some((member) => isDeeperThan(member, levels - 1));
}
