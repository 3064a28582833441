import type { ArchivePart } from "./datasets/generation.ts";
import type { AnyAnswer } from "./operation.ts";

/**
 * A response before it is one. All headers are gathered first: servers write a plain object out as it is, and
 * take far longer over a Headers that was changed.
 */
export interface Reply {
  readonly status: number;
  readonly body: string | ArchivePart | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a handler answered with, in bytes. */
export function toReply({ status, body, headers = {} }: AnyAnswer): Reply {
  if (body === undefined) return { status, body: null, headers };
  // The only bytes that a handler answers with are a part of an archive.
  if (body instanceof Uint8Array || body instanceof ReadableStream)
    return { status, body: body as ArchivePart, headers };
  const all = { "Content-Type": "application/json", "Cache-Control": "no-store", ...headers };
  return { status, body: JSON.stringify(body), headers: all };
}
