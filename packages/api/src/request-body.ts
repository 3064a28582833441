import type { HttpRequest } from "./http.ts";
import { ApiError } from "./problem.ts";

const MOST_BYTES = 1024 * 1024;
const DEEPEST = 64;
const utf8: TextDecoder = new TextDecoder("utf-8", { fatal: true });

/**
 * Reads a JSON body, never holding more than 1 MiB of it.
 *
 * @returns undefined where the body is empty
 * @throws ApiError PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE or INVALID_REQUEST
 */
export async function readJsonBody(request: HttpRequest): Promise<unknown> {
  if (Number(request.headers.get("content-length")) > MOST_BYTES) throw tooLarge();
  const bytes = await readBytes(request);
  if (!bytes) throw tooLarge();
  if (bytes.length === 0) return undefined;
  requireJson(request.headers.get("content-type"));
  return parse(bytes);
}

async function readBytes(request: HttpRequest): Promise<Uint8Array | undefined> {
  try {
    return await request.readBody(MOST_BYTES);
  } catch {
    // For whoever can still read it: mostly it is the client that has gone.
    throw new ApiError("INVALID_REQUEST", "The request body broke off. Send it whole.");
  }
}

function tooLarge(): ApiError {
  return new ApiError("PAYLOAD_TOO_LARGE", "The body is larger than 1 MiB. Send less.");
}

function requireJson(contentType: string | null): void {
  const type = contentType?.split(";")[0]?.trim().toLowerCase();
  if (type === "application/json") return;
  const detail = "The body must be JSON. Send the header Content-Type: application/json.";
  throw new ApiError("UNSUPPORTED_MEDIA_TYPE", detail, { headers: { Accept: "application/json" } });
}

function parse(bytes: Uint8Array): unknown {
  let body: unknown;
  try {
    body = JSON.parse(utf8.decode(bytes));
  } catch {
    throw new ApiError("INVALID_REQUEST", "The body is no JSON in UTF-8. Correct its syntax.");
  }
  if (!isDeeperThan(body, DEEPEST)) return body;
  const detail = `The body is nested more than ${DEEPEST} levels deep. Make it flatter.`;
  throw new ApiError("INVALID_REQUEST", detail);
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  return Object.values(value).some((member) => isDeeperThan(member, levels - 1));
}
