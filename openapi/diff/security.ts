import type { Note } from "./change.ts";
import type { LocatedOperation } from "./operations.ts";

/** A key that was enough for an operation must go on being enough. */
export function compareSecurity(old: LocatedOperation, now: LocatedOperation, note: Note): void {
  const [before, after] = [alternativesOf(old), alternativesOf(now)];
  const at = `${now.pointer}/security`;
  const refused = before.filter((held) => !after.some((needed) => needed.isSubsetOf(held)));
  for (const held of refused) {
    note(
      "breaking",
      at,
      `needed ${textOf([held])}, needs ${textOf(after)}: keys that were enough are refused`,
    );
  }
  const isSame = after.every((needed) => before.some((held) => held.isSubsetOf(needed)));
  if (refused.length > 0 || isSame) return;
  note("compatible", at, `needed ${textOf(before)}, needs ${textOf(after)}: more keys are enough`);
}

/** Each alternative is what it takes: the schemes, and each of their scopes. */
function alternativesOf({ node, document }: LocatedOperation): Set<string>[] {
  const requirements = node.security ?? document.security ?? [];
  if (requirements.length === 0) return [new Set()];
  return requirements.map(
    (requirement) =>
      new Set(
        Object.entries(requirement).flatMap(([scheme, scopes]) => [
          scheme,
          ...scopes.map((scope) => `${scheme}(${scope})`),
        ]),
      ),
  );
}

function textOf(alternatives: readonly ReadonlySet<string>[]): string {
  return alternatives.map((needed) => [...needed].join(" and ") || "no key").join(" or ");
}
