import { isSame, type Note } from "./change.ts";
import type { LocatedOperation } from "./operations.ts";

/** Credentials that were enough for an operation must stay enough. */
export function compareSecurity(old: LocatedOperation, now: LocatedOperation, note: Note): void {
  const [before, after] = [alternativesOf(old), alternativesOf(now)];
  const at = now.node.security ? `${now.pointer}/security` : "#/security";
  const refused = before.filter((held) => !after.some((needed) => needed.isSubsetOf(held)));
  for (const held of refused) {
    note(
      "breaking",
      at,
      `needed ${textOf([held])}, needs ${textOf(after)}: credentials that were enough are refused`,
    );
  }
  const isAsBefore = after.every((needed) => before.some((held) => held.isSubsetOf(needed)));
  if (refused.length > 0 || isAsBefore) return;
  note(
    "compatible",
    at,
    `needed ${textOf(before)}, needs ${textOf(after)}: more credentials are enough`,
  );
}

/** The names of the security schemes that some operations ask for. */
export function schemesOf(operations: Iterable<LocatedOperation>): Set<string> {
  return new Set(
    [...operations].flatMap((operation) => requirementsOf(operation).flatMap(Object.keys)),
  );
}

/**
 * Clients check how the API proves itself when it calls them. What the document requires by default concerns only
 * what clients call.
 */
export function compareProof(old: LocatedOperation, now: LocatedOperation, note: Note): void {
  if (isSame(old.node.security, now.node.security)) return;
  note("breaking", `${now.pointer}/security`, "the API proves itself another way");
}

/** Each alternative is what it takes: the schemes, and each of their scopes. */
function alternativesOf(operation: LocatedOperation): Set<string>[] {
  const requirements = requirementsOf(operation);
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

function requirementsOf({ node, document }: LocatedOperation) {
  return node.security ?? document.security ?? [];
}

function textOf(alternatives: readonly ReadonlySet<string>[]): string {
  return alternatives.map(wordsOf).join(" or ");
}

/** A scheme with scopes is named once for each scope: `apiKey(models:read)`. */
function wordsOf(needed: ReadonlySet<string>): string {
  const words = [...needed];
  const shown = words.filter((word) => !words.some((other) => other.startsWith(`${word}(`)));
  return shown.join(" and ") || "no credentials";
}
