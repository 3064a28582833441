import { canonical, isSame, isSentByClients } from "../change.ts";
import { type Comparison, noteDirection, textOf } from "./comparison.ts";
import { compareConstraints } from "./constraints.ts";
import type { Shape } from "./shape.ts";

/** Compares the values that two shapes accept: by type, enum and limits. */
export function compareValues(old: Shape, now: Shape, comparison: Comparison): void {
  compareTypes(old, now, comparison);
  compareEnums(old, now, comparison);
  for (const { keyword, directions, before, after } of compareConstraints(
    old.constraints,
    now.constraints,
  )) {
    const what = `${keyword} was ${textOf(before)}, is ${textOf(after)}`;
    for (const direction of directions)
      noteDirection(comparison, direction, { at: now.pointer, what });
  }
}

function compareTypes(old: Shape, now: Shape, comparison: Comparison): void {
  if (old.type === now.type) return;
  const isNarrowed = old.type === undefined || (old.type === "number" && now.type === "integer");
  const what = `the type was ${old.type ?? "any"}, is ${now.type ?? "any"}`;
  noteDirection(comparison, isNarrowed ? "narrowed" : "widened", { at: now.pointer, what });
}

function compareEnums(old: Shape, now: Shape, comparison: Comparison): void {
  const at = now.pointer;
  if (old.enum && now.enum) {
    compareLists(old.enum, now.enum, { at, comparison });
  } else if (old.enum) {
    const what = `any value is allowed, not only ${textOf(old.enum)}`;
    noteDirection(comparison, "widened", { at, what });
  } else if (now.enum) {
    noteDirection(comparison, "narrowed", { at, what: `only ${textOf(now.enum)} is allowed` });
  }
}

function compareLists(
  old: readonly unknown[],
  now: readonly unknown[],
  { at, comparison }: { at: string; comparison: Comparison },
): void {
  const isSent = isSentByClients(comparison.side);
  if (!isSent && without(old, now).length === old.length) {
    const what = `the values were ${textOf(old)}, are ${textOf(now)}`;
    comparison.note("breaking", at, `${what}: clients that expect them break`);
    return;
  }
  for (const value of without(old, now)) {
    noteDirection(comparison, "narrowed", { at, what: `the value ${canonical(value)} is gone` });
  }
  for (const value of without(now, old)) {
    const what = `the value ${canonical(value)} is new`;
    if (isSent) noteDirection(comparison, "widened", { at, what });
    else comparison.note("compatible", at, `${what}: clients must ignore what they do not know`);
  }
}

function without(values: readonly unknown[], others: readonly unknown[]): unknown[] {
  return values.filter((value) => !others.some((other) => isSame(value, other)));
}
