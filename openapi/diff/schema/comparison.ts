import type { Schema } from "../../document.ts";
import { canonical, isSentByClients, type Note, type Side, type Verdict } from "../change.ts";
import type { Located } from "../located.ts";
import type { Direction } from "./constraints.ts";

/** Schemas that apply together. */
export type Schemas = readonly Located<Schema>[];

/** The comparison that schemas are a part of. */
export interface Comparison {
  readonly side: Side;
  readonly note: Note;
  /** Compares what is inside. */
  readonly compare: (old: Schemas, now: Schemas) => void;
}

const consequences: { readonly [side in Side]: { readonly [direction in Direction]: string } } = {
  request: {
    narrowed: "requests that were accepted can be refused",
    widened: "more requests are accepted",
  },
  response: {
    narrowed: "responses vary less than before",
    widened: "clients can meet what they do not expect",
  },
  delivery: {
    narrowed: "deliveries vary less than before",
    widened: "clients can meet what they do not expect",
  },
  reply: {
    narrowed: "replies that were accepted can be refused",
    widened: "more replies are accepted",
  },
};

/** Narrowing breaks those who send, widening breaks those who read. */
export function noteDirection(
  { side, note }: Comparison,
  direction: Direction,
  { at, what }: { readonly at: string; readonly what: string },
): void {
  const breaks = isSentByClients(side) ? "narrowed" : "widened";
  const verdict: Verdict = direction === breaks ? "breaking" : "compatible";
  note(verdict, at, `${what}: ${consequences[side][direction]}`);
}

/** Some values in a line of text. */
export function textOf(values: readonly unknown[]): string {
  return values.length === 0 ? "not set" : values.map(canonical).join(", ");
}
