import { isDeepStrictEqual } from "node:util";

/** Whether clients of the old contract break, continue to work, or are not affected at all (documentation). */
export type Verdict = "breaking" | "compatible" | "docs";

/**
 * The message that is compared: a request and its response, or, with the roles swapped, the delivery of a webhook or
 * callback and the client's reply.
 */
export type Side = "request" | "response" | "delivery" | "reply";

/** Whether clients send the message; otherwise they read it. */
export function isSentByClients(side: Side): boolean {
  return side === "request" || side === "reply";
}

export interface Change {
  readonly verdict: Verdict;
  /** The operation's id, or `document` for a change that affects all operations. */
  readonly operation: string;
  /** A JSON Pointer into the new document, or into the old one for a removed node. */
  readonly at: string;
  readonly message: string;
}

/** Records a change of one operation, or of the document. */
export type Note = (verdict: Verdict, at: string, message: string) => void;

/** Whether two JSON values are equal; the order of members does not matter. */
export function isSame(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a, b);
}

/** JSON text that is identical for equal values. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => {
    if (typeof member !== "object" || member === null || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
