import { isSame } from "../change.ts";
import { enumOf, partsOf, type Shape } from "./shape.ts";

export interface Pairing {
  readonly pairs: readonly (readonly [old: Shape, now: Shape])[];
  readonly removed: readonly Shape[];
  readonly added: readonly Shape[];
}

/** Criteria for matching two shapes, from the strongest to the weakest. */
const signs: readonly ((old: Shape, now: Shape) => boolean)[] = [
  (old, now) => old.type === now.type && isSame(writingOf(old), writingOf(now)),
  (old, now) =>
    old.type === now.type &&
    componentOf(old) !== undefined &&
    componentOf(old) === componentOf(now),
  (old, now) => old.type === now.type && tagsOf(old).size > 0 && isSame(tagsOf(old), tagsOf(now)),
  (old, now) => old.type === now.type,
  (old, now) => isNumeric(old) && isNumeric(now),
  (old, now) => old.type === undefined || now.type === undefined,
];

/** Matches each old shape of a schema with its new version. */
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

function writingOf({ parts }: Shape): unknown {
  return parts.map(({ node }) => node);
}

/** The members with only one possible value, which distinguish the alternatives of a schema. */
function tagsOf({ properties }: Shape): Map<string, unknown> {
  const tags = new Map<string, unknown>();
  for (const [name, member] of properties) {
    const values = enumOf(member.flatMap((part) => partsOf(part))) ?? [];
    if (values.length === 1) tags.set(name, values[0]);
  }
  return tags;
}

function componentOf({ pointer }: Shape): string | undefined {
  return /^#\/components\/schemas\/[^/]+/.exec(pointer)?.[0];
}

function isNumeric({ type }: Shape): boolean {
  return type === "integer" || type === "number";
}
