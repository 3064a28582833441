import { type Comparison, noteDirection } from "./comparison.ts";
import type { Shape } from "./shape.ts";

/** Compares the members that objects have, must have, and may have besides. */
export function compareMembers(old: Shape, now: Shape, comparison: Comparison): void {
  const names = [
    ...old.properties.keys(),
    ...now.properties.keys(),
    ...old.required,
    ...now.required,
  ];
  for (const name of new Set(names)) compareMember(name, { old, now, comparison });
  compareAdditional(old, now, comparison);
}

interface Pair {
  readonly old: Shape;
  readonly now: Shape;
  readonly comparison: Comparison;
}

function compareMember(name: string, { old, now, comparison }: Pair): void {
  const [before, after] = [old.properties.get(name), now.properties.get(name)];
  if (before && !after) {
    noteRemoved(before.at(-1)?.pointer ?? "", name, comparison);
  } else if (!before && after) {
    noteAdded(name, now, comparison);
  } else {
    if (before && after) comparison.compare(before, after);
    compareRequired(name, { old, now, comparison });
  }
}

function noteRemoved(at: string, name: string, { side, note }: Comparison): void {
  const consequence =
    side === "request"
      ? "clients that send it are refused or ignored"
      : "clients that read it break";
  note("breaking", at, `the member ${name} is gone: ${consequence}`);
}

function noteAdded(name: string, now: Shape, { side, note }: Comparison): void {
  const at = memberPointer(name, now);
  if (side === "response") {
    const message = `the member ${name} is new: readers must ignore what they do not know`;
    note("compatible", at, message);
  } else if (now.required.has(name)) {
    note("breaking", at, `the required member ${name} is new: requests without it are refused`);
  } else {
    note("compatible", at, `the optional member ${name} is new`);
  }
}

function compareRequired(name: string, { old, now, comparison }: Pair): void {
  const isRequired = now.required.has(name);
  if (old.required.has(name) === isRequired) return;
  const what = `the member ${name} is now ${isRequired ? "required" : "optional"}`;
  noteDirection(comparison, isRequired ? "narrowed" : "widened", {
    at: memberPointer(name, now),
    what,
  });
}

function compareAdditional(old: Shape, now: Shape, comparison: Comparison): void {
  const [before, after] = [old.additional, now.additional];
  if (before !== "closed" && after !== "closed") {
    comparison.compare(before, after);
  } else if (before !== "closed") {
    const what = "members beside those listed are refused";
    noteDirection(comparison, "narrowed", { at: now.pointer, what });
  } else if (after !== "closed") {
    // Readers must ignore members that they do not know, so this widening breaks nobody.
    comparison.note("compatible", now.pointer, "members beside those listed are allowed");
  }
}

function memberPointer(name: string, shape: Shape): string {
  return shape.properties.get(name)?.at(-1)?.pointer ?? shape.pointer;
}
