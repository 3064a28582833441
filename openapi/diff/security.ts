import { isSame, type Note } from "./change.ts";
import type { LocatedOperation } from "./operations.ts";

/** Compares security requirements: credentials that were sufficient must stay sufficient. */
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

/** The names of the security schemes that operations use. */
export function schemesOf(operations: Iterable<LocatedOperation>): Set<string> {
  return new Set(
    [...operations].flatMap((operation) => requirementsOf(operation).flatMap(Object.keys)),
  );
}

/**
 * Compares how the API authenticates itself when it calls clients. The document's default security applies only to
 * operations that clients call.
 */
export function compareProof(old: LocatedOperation, now: LocatedOperation, note: Note): void {
  if (isSame(old.node.security, now.node.security)) return;
  note("breaking", `${now.pointer}/security`, "the API authenticates itself differently");
}

/** The alternatives of an operation, each as its schemes with each of their scopes. */
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

/** Formats the required credentials. A scheme is named once for each scope: `apiKey(models:read)`. */
function wordsOf(needed: ReadonlySet<string>): string {
  const words = [...needed];
  const shown = words.filter((word) => !words.some((other) => other.startsWith(`${word}(`)));
  return shown.join(" and ") || "no credentials";
}
