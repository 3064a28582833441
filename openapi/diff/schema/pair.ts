import { isSame } from "../change.ts";
import type { Shape } from "./shape.ts";

export interface Pairing {
  readonly pairs: readonly (readonly [old: Shape, now: Shape])[];
  readonly removed: readonly Shape[];
  readonly added: readonly Shape[];
}

/** From the surest sign that two shapes are the same thing to the faintest. */
const signs: readonly ((old: Shape, now: Shape) => boolean)[] = [
  (old, now) => old.type === now.type && isSame(old.written, now.written),
  (old, now) =>
    old.type === now.type &&
    componentOf(old) !== undefined &&
    componentOf(old) === componentOf(now),
  (old, now) => old.type === now.type,
  (old, now) => isNumeric(old) && isNumeric(now),
  (old, now) => old.type === undefined || now.type === undefined,
];

/** Finds for each shape of a schema what became of it. */
export function pairShapes(old: readonly Shape[], now: readonly Shape[]): Pairing {
  const pairs: [Shape, Shape][] = [];
  const removed = new Set(old);
  const added = new Set(now);
  for (const isSameThing of signs) {
    for (const before of removed) {
      const after = [...added].find((candidate) => isSameThing(before, candidate));
      if (!after) continue;
      pairs.push([before, after]);
      removed.delete(before);
      added.delete(after);
    }
  }
  return { pairs, removed: [...removed], added: [...added] };
}

function componentOf({ pointer }: Shape): string | undefined {
  return /^#\/components\/schemas\/[^/]+/.exec(pointer)?.[0];
}

function isNumeric({ type }: Shape): boolean {
  return type === "integer" || type === "number";
}
