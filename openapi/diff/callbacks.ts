import type { Reference } from "../document.ts";
import type { Note } from "./change.ts";
import { follow, type Located, membersOf } from "./located.ts";
import type { Recall } from "./memory.ts";
import type { Callback } from "./openapi.ts";
import { compareOperation } from "./operation.ts";
import { type LocatedOperation, operationsIn, type PathItems } from "./operations.ts";
import { comparePathItems } from "./path-items.ts";
import { compareRest, isExtension } from "./rest.ts";

/** Compares the requests that the API sends to the client after an operation. */
export function compareCallbacks(
  old: LocatedOperation,
  now: LocatedOperation,
  { note, recall }: { readonly note: Note; readonly recall: Recall },
): void {
  const [before, after] = [callbacksOf(old), callbacksOf(now)];
  for (const [name, callback] of before) {
    const other = after.get(name);
    if (other) compareCallback(callback, other, { note, recall });
    else
      note(
        "breaking",
        callback.pointer,
        `the callback ${name} is gone: clients that wait for it break`,
      );
  }
  for (const [name, { pointer }] of after) {
    if (!before.has(name)) note("compatible", pointer, `the callback ${name} is new`);
  }
}

function compareCallback(
  old: Located<Callback>,
  now: Located<Callback>,
  { note, recall }: { readonly note: Note; readonly recall: Recall },
): void {
  const [items, nowItems] = [itemsOf(old), itemsOf(now)];
  comparePathItems(items, nowItems, note);
  const [before, after] = [operationsIn(items), operationsIn(nowItems)];
  for (const [key, delivery] of before) {
    const other = after.get(key);
    if (other) compareOperation(delivery, other, { note, recall, caller: "api" });
    else note("breaking", delivery.pointer, `the callback to ${key} is gone`);
  }
  for (const [key, { pointer }] of after) {
    if (!before.has(key)) note("compatible", pointer, `the callback to ${key} is new`);
  }
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
