import type { Schema } from "../../document.ts";
import { canonical, isSentByClients, type Note, type Side, type Verdict } from "../change.ts";
import type { Located } from "../located.ts";
import type { Direction } from "./constraints.ts";

/** Schemas that all apply to the same value. */
export type Schemas = readonly Located<Schema>[];

/** The context in which schemas are compared. */
export interface Comparison {
  readonly side: Side;
  readonly note: Note;
  /** Compares nested schemas. */
  readonly compare: (old: Schemas, now: Schemas) => void;
}

const consequences: { readonly [side in Side]: { readonly [direction in Direction]: string } } = {
  request: {
    narrowed: "requests that were accepted can be refused",
    widened: "more requests are accepted",
  },
  response: {
    narrowed: "responses have fewer possible values",
    widened: "clients can get values that they do not expect",
  },
  delivery: {
    narrowed: "deliveries have fewer possible values",
    widened: "clients can get values that they do not expect",
  },
  reply: {
    narrowed: "replies that were accepted can be refused",
    widened: "more replies are accepted",
  },
};

/** Records a narrowed or widened set of values: narrowing breaks senders, widening breaks readers. */
export function noteDirection(
  { side, note }: Comparison,
  direction: Direction,
  { at, what }: { readonly at: string; readonly what: string },
): void {
  const breaks = isSentByClients(side) ? "narrowed" : "widened";
  const verdict: Verdict = direction === breaks ? "breaking" : "compatible";
  note(verdict, at, `${what}: ${consequences[side][direction]}`);
}

/** Joins values for a message. */
export function textOf(values: readonly unknown[]): string {
  return values.length === 0 ? "not set" : values.map(canonical).join(", ");
}
