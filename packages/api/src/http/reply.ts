import type { ArchivePart } from "../datasets/generation.ts";
import type { AnyAnswer } from "../operation.ts";
import type { HttpResponse } from "./messages.ts";

/** Serializes the result of a handler. */
export function toReply({ status, body, headers = {} }: AnyAnswer): HttpResponse {
  if (body === undefined) return { status, body: null, headers };
  // A handler returns bytes only for a part of an archive.
  if (body instanceof Uint8Array || body instanceof ReadableStream)
    return { status, body: body as ArchivePart, headers };
  const all = { "Content-Type": "application/json", "Cache-Control": "no-store", ...headers };
  return { status, body: JSON.stringify(body), headers: all };
}
