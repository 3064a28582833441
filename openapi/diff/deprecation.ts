import type { Note } from "./change.ts";
import type { Located } from "./located.ts";

/** Compares deprecation, which never breaks clients. */
export function compareDeprecation(
  old: Located<{ readonly deprecated?: boolean }>,
  now: Located<{ readonly deprecated?: boolean }>,
  { note, what }: { readonly note: Note; readonly what: string },
): void {
  const isDeprecated = now.node.deprecated ?? false;
  if ((old.node.deprecated ?? false) === isDeprecated) return;
  note("compatible", now.pointer, `${what} is ${isDeprecated ? "" : "no longer "}deprecated`);
}
