import { isSentByClients } from "../change.ts";
import { type Comparison, noteDirection, type Schemas } from "./comparison.ts";
import { exclusionOf, isLeftOut } from "./left-out.ts";
import type { Shape } from "./shape.ts";

/** Compares the members of objects: which they have, which are required, and whether others are allowed. */
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
  if (before && !after) noteRemoved(name, before, comparison);
  else if (!before && after) noteAdded(name, { member: after, now, comparison });
  else if (before && after) compareBoth(name, { before, after, old, now, comparison });
  else compareRequired(name, { old, now, comparison });
}

interface Members extends Pair {
  readonly before: Schemas;
  readonly after: Schemas;
}

function compareBoth(name: string, { before, after, old, now, comparison }: Members): void {
  const { side, note } = comparison;
  const [wasLeftOut, isNowLeftOut] = [isLeftOut(before, side), isLeftOut(after, side)];
  const [at, keyword] = [memberPointer(name, now), exclusionOf(side)];
  if (!isNowLeftOut) comparison.compare(before, after);
  if (!wasLeftOut && !isNowLeftOut) compareRequired(name, { old, now, comparison });
  if (!wasLeftOut && isNowLeftOut) {
    const consequence = isSentByClients(side)
      ? "clients that send it are refused or ignored"
      : "clients that read it break";
    note("breaking", at, `the member ${name} is now ${keyword}: ${consequence}`);
  }
  if (wasLeftOut && !isNowLeftOut) {
    const mustBeSent = isSentByClients(side) && now.required.has(name);
    const what = `the member ${name} is no longer ${keyword}`;
    if (mustBeSent) note("breaking", at, `${what}: requests without it are refused`);
    else if (isSentByClients(side)) note("compatible", at, `${what}: clients may send it`);
    else note("compatible", at, `${what}: clients must ignore what they do not know`);
  }
}

function noteRemoved(name: string, member: Schemas, { side, note }: Comparison): void {
  const at = member.at(-1)?.pointer ?? "";
  if (isLeftOut(member, side)) {
    note("compatible", at, `the member ${name}, which was ${exclusionOf(side)}, is gone`);
    return;
  }
  const consequence = isSentByClients(side)
    ? "clients that send it are refused or ignored"
    : "clients that read it break";
  note("breaking", at, `the member ${name} is gone: ${consequence}`);
}

interface Addition {
  readonly member: Schemas;
  readonly now: Shape;
  readonly comparison: Comparison;
}

function noteAdded(name: string, { member, now, comparison: { side, note } }: Addition): void {
  const at = memberPointer(name, now);
  if (isLeftOut(member, side)) {
    note("compatible", at, `the member ${name} is new, and ${exclusionOf(side)}`);
  } else if (!isSentByClients(side)) {
    const message = `the member ${name} is new: clients must ignore what they do not know`;
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
    const what = "members other than those listed are refused";
    noteDirection(comparison, "narrowed", { at: now.pointer, what });
  } else if (after !== "closed") {
    // Clients must ignore unknown members, so allowing more of them breaks nobody.
    comparison.note("compatible", now.pointer, "members other than those listed are allowed");
  }
}

function memberPointer(name: string, shape: Shape): string {
  return shape.properties.get(name)?.at(-1)?.pointer ?? shape.pointer;
}
