import {
  type Document,
  type Example,
  isReference,
  type Named,
  type Reference,
} from "../document.ts";

/** A location in the bundle where a schema describes something, with its examples. */
export interface SchemaUse {
  readonly pointer: string;
  readonly examples: readonly { readonly name: string; readonly value: unknown }[];
}

interface Described {
  readonly schema: unknown;
  readonly example?: unknown;
  readonly examples?: Named<Example | Reference>;
}

/** Every component schema, and every schema of a parameter, a header and a body. */
export function schemaUses(document: Document): SchemaUse[] {
  const named = Object.keys(document.components?.schemas ?? {}).map((name) => ({
    pointer: `/components/schemas/${name}`,
    examples: [],
  }));
  return [...named, ...usesIn(document, document, "")];
}

function usesIn(document: Document, node: unknown, pointer: string): SchemaUse[] {
  if (typeof node !== "object" || node === null) return [];
  if (/^\/components\/(schemas|examples)$/.test(pointer)) return [];
  if ("schema" in node)
    return [{ pointer: `${pointer}/schema`, examples: examplesOf(document, node) }];
  return Object.entries(node).flatMap(([key, child]) =>
    usesIn(document, child, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`),
  );
}

function examplesOf(document: Document, { example, examples = {} }: Described) {
  const single = example === undefined ? [] : [{ name: "example", value: example }];
  const named = Object.values(examples).map((written) => exampleOf(document, written));
  return [...single, ...named];
}

function exampleOf(document: Document, written: Example | Reference) {
  if (!isReference(written)) return { name: "in place", value: written.value };
  const name = written.$ref.split("/").at(-1) ?? "";
  const example = document.components?.examples?.[name] as Example | undefined; // all of its section
  return { name, value: example?.value };
}
