import type { Reference } from "../document.ts";
import type { Note } from "./change.ts";
import { follow, type Located, membersOf } from "./located.ts";
import { compareMaps } from "./maps.ts";
import type { Callback } from "./openapi.ts";
import { type LocatedOperation, operationsIn, type PathItems } from "./operations.ts";
import { comparePathItems } from "./path-items.ts";
import { compareRest, isExtension } from "./rest.ts";

export interface CallbackComparison {
  readonly note: Note;
  /** Compares the operations of a callback, whose requests the API sends. */
  readonly compareDelivery: (old: LocatedOperation, now: LocatedOperation) => void;
}

/** Compares callbacks: the requests that the API sends to the client after an operation. */
export function compareCallbacks(
  old: LocatedOperation,
  now: LocatedOperation,
  comparison: CallbackComparison,
): void {
  const { note } = comparison;
  compareMaps(callbacksOf(old), callbacksOf(now), {
    both: (before, after) => compareCallback(before, after, comparison),
    gone: ({ pointer }, name) =>
      note("breaking", pointer, `the callback ${name} is gone: clients that expect it break`),
    added: ({ pointer }, name) => note("compatible", pointer, `the callback ${name} is new`),
  });
}

function compareCallback(
  old: Located<Callback>,
  now: Located<Callback>,
  { note, compareDelivery }: CallbackComparison,
): void {
  const [items, nowItems] = [itemsOf(old), itemsOf(now)];
  comparePathItems(items, nowItems, note);
  compareMaps(operationsIn(items), operationsIn(nowItems), {
    both: compareDelivery,
    gone: ({ pointer }, key) => note("breaking", pointer, `the callback to ${key} is gone`),
    added: ({ pointer }, key) => note("compatible", pointer, `the callback to ${key} is new`),
  });
  const expressions = [old, now].flatMap(({ node }) => Object.keys(node));
  compareRest(old, now, { note, compared: expressions.filter((name) => !isExtension(name)) });
}

function itemsOf(callback: Located<Callback>): PathItems {
  const items = membersOf(callback, [], callback.node);
  return new Map([...items].filter(([expression]) => !isExtension(expression)));
}

function callbacksOf(operation: LocatedOperation): Map<string, Located<Callback>> {
  const callbacks = membersOf<Callback | Reference>(
    operation,
    ["callbacks"],
    operation.node.callbacks,
  );
  return new Map([...callbacks].map(([name, callback]) => [name, follow<Callback>(callback)]));
}
