import type { Document, Named } from "../document.ts";
import type { Note } from "./change.ts";
import { below } from "./located.ts";
import { rootOf } from "./operations.ts";
import { referencesIn, usedComponents } from "./references.ts";
import { isSameButForNames, schemaNameOf } from "./renamed.ts";

/** Compares the names of component schemas, because SDKs export a type for each of them. */
export function compareSchemaNames(old: Document, now: Document, note: Note): void {
  const [before, after] = [schemasOf(old), schemasOf(now)];
  const added = new Set(Object.keys(after).filter((name) => !Object.hasOwn(before, name)));
  const used = usedComponents(rootOf(old));
  const newNameOf = createNaming(old, now);
  for (const name of Object.keys(before)) {
    if (Object.hasOwn(after, name)) continue;
    const newName = newNameOf(name, added);
    if (newName !== undefined) added.delete(newName);
    const fate = newName === undefined ? "is gone" : `is now called ${newName}`;
    const at = newName === undefined ? pointerOf(old, name) : pointerOf(now, newName);
    const message = `the schema ${name} ${fate}`;
    if (used.has(pointerOf(old, name))) {
      note("breaking", at, `${message}: typed clients use its name`);
    } else note("docs", at, `${message}; no operation uses it`);
  }
  for (const name of added) note("compatible", pointerOf(now, name), `the schema ${name} is new`);
}

/** Finds the new name of a schema: a new schema with the same content, or one that operations now refer to instead. */
function createNaming(old: Document, now: Document) {
  const schemas = { old: schemasOf(old), now: schemasOf(now) };
  return (name: string, added: ReadonlySet<string>): string | undefined => {
    const twin = [...added].find((candidate) => isSameButForNames(name, candidate, schemas));
    if (twin !== undefined || added.size === 0) return twin;
    const after = new Map(
      [...referencesIn(rootOf(now))].map(({ place, reference }) => [place, reference]),
    );
    return [...referencesIn(rootOf(old))]
      .filter(({ reference }) => schemaNameOf(reference) === name)
      .map(({ place }) => schemaNameOf(after.get(place)))
      .find((target) => target !== undefined && added.has(target));
  };
}

function schemasOf(document: Document): Named<unknown> {
  return document.components?.schemas ?? {};
}

function pointerOf(document: Document, name: string): string {
  return below(rootOf(document), ["components", "schemas", name], undefined).pointer;
}
