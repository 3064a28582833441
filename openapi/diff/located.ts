import { type Document, isReference, type Reference } from "../document.ts";

/** A node of a document with its location. */
export interface Located<T> {
  readonly document: Document;
  readonly pointer: string;
  readonly node: T;
}

/** A document cannot be compared; the message says why. */
export class IncomparableError extends Error {
  override readonly name = "IncomparableError";
}

/** A node inside another one. */
export function below<T>(parent: Located<unknown>, path: readonly string[], node: T): Located<T> {
  const steps = path.map((token) => `/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  return { document: parent.document, pointer: parent.pointer + steps.join(""), node };
}

/** The members of a map by name. */
export function membersOf<T>(
  parent: Located<unknown>,
  path: readonly string[],
  map: { readonly [name: string]: T } = {},
): Map<string, Located<T>> {
  return new Map(
    Object.entries(map).map(([name, node]) => [name, below(parent, [...path, name], node)]),
  );
}

/** Follows references from a node to their target; returns any other node as it is. */
export function follow<T>(
  located: Located<T | Reference>,
  seen: ReadonlySet<string> = new Set(),
): Located<T> {
  const { node, document } = located;
  if (!isReference(node)) return { ...located, node };
  if (seen.has(node.$ref)) {
    throw new IncomparableError(`The reference ${node.$ref} refers to itself.`);
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
    `The reference ${reference} has no target; compare bundled documents.`,
  );
}
