import { isDeepStrictEqual } from "node:util";

/** Whether clients that were made for the old contract break, go on working, or only read other words. */
export type Verdict = "breaking" | "compatible" | "docs";

/**
 * What is compared: a request and its response, or, with the roles swapped, what a webhook or callback delivers
 * to clients and what they reply.
 */
export type Side = "request" | "response" | "delivery" | "reply";

/** Whether clients send it; if not, they read it. */
export function isSentByClients(side: Side): boolean {
  return side === "request" || side === "reply";
}

export interface Change {
  readonly verdict: Verdict;
  /** The operation's id, or `document` for what concerns all of them. */
  readonly operation: string;
  /** A JSON Pointer into the document that has it: the new one, or the old one for what was removed. */
  readonly at: string;
  readonly message: string;
}

/** Notes one change of the operation, or of the document, that it was made for. */
export type Note = (verdict: Verdict, at: string, message: string) => void;

/** Whether two JSON values are the same; the order of members does not matter. */
export function isSame(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a, b);
}

/** A value as text that is the same for the same value. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => {
    if (typeof member !== "object" || member === null || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
