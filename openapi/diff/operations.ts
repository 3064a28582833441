import { type Document, methods, type Operation, type PathItem } from "../document.ts";
import { below, type Located } from "./located.ts";

/** An operation with the path that it is under. */
export interface LocatedOperation extends Located<Operation> {
  readonly path: Located<PathItem>;
  /** Its id, or its method and path where it has none. */
  readonly name: string;
}

/** The operations by method and path; the names of path parameters do not count. */
export function operationsOf(document: Document): Map<string, LocatedOperation> {
  const root: Located<Document> = { document, pointer: "#", node: document };
  return new Map(
    Object.entries(document.paths ?? {}).flatMap(([template, item]) => {
      const path = below(root, ["paths", template], item);
      return methods.flatMap((method) => {
        const node = item[method];
        if (!node) return [];
        const key = `${method} ${template.replaceAll(/\{[^}]*\}/g, "{}")}`;
        const name = node.operationId ?? `${method.toUpperCase()} ${template}`;
        return [[key, { ...below(path, [method], node), path, name }] as const];
      });
    }),
  );
}
