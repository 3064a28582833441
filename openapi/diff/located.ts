import { type Document, isReference, type Reference } from "../document.ts";

/** A node of a document, with where it is. */
export interface Located<T> {
  readonly document: Document;
  readonly pointer: string;
  readonly node: T;
}

/** A document that cannot be compared, for a reason that its message tells. */
export class IncomparableError extends Error {
  override readonly name = "IncomparableError";
}

/** A node below another one. */
export function below<T>(parent: Located<unknown>, path: readonly string[], node: T): Located<T> {
  const steps = path.map((token) => `/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  return { document: parent.document, pointer: parent.pointer + steps.join(""), node };
}

/** The members of a map by their names. */
export function membersOf<T>(
  parent: Located<unknown>,
  path: readonly string[],
  map: { readonly [name: string]: T } = {},
): Map<string, Located<T>> {
  return new Map(
    Object.entries(map).map(([name, node]) => [name, below(parent, [...path, name], node)]),
  );
}

/** What a node refers to, as far as references lead; the node itself if it is not a reference. */
export function follow<T>(
  located: Located<T | Reference>,
  seen: ReadonlySet<string> = new Set(),
): Located<T> {
  const { node, document } = located;
  if (!isReference(node)) return { ...located, node };
  if (seen.has(node.$ref)) {
    throw new IncomparableError(`The reference ${node.$ref} leads back to itself.`);
  }
  const target = { document, pointer: node.$ref, node: targetOf(document, node.$ref) as T };
  return follow<T>(target, new Set([...seen, node.$ref]));
}

function targetOf(document: Document, reference: string): unknown {
  const [start, ...tokens] = reference.split("/");
  const target = tokens
    .map((token) => decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>(
      (node, token) => (node as Record<string, unknown> | undefined)?.[token],
      document,
    );
  if (start === "#" && target !== undefined) return target;
  throw new IncomparableError(
    `The reference ${reference} leads nowhere; compare bundled documents.`,
  );
}
