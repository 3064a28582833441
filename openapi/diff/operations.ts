import {
  type Document,
  type Method,
  methods,
  type PathItem,
  type Reference,
  type RequestBody,
} from "../document.ts";
import { below, follow, type Located, membersOf } from "./located.ts";
import type { Api, ApiOperation, ApiPathItem } from "./openapi.ts";

/** An operation with its path. */
export interface LocatedOperation extends Located<ApiOperation> {
  readonly path: Located<ApiPathItem>;
  /** The key of the path item as written in the document, such as `/datasets/{datasetId}`. */
  readonly template: string;
  readonly method: Method;
  /** The operationId, or method and path if there is none. */
  readonly name: string;
}

/** Path items by a key that is the same in both documents. */
export type PathItems = ReadonlyMap<string, Located<PathItem | Reference>>;

/** The path items by template. The names of path parameters do not matter. */
export function pathsOf(document: Document): PathItems {
  const items = membersOf<PathItem | Reference>(rootOf(document), ["paths"], document.paths);
  return new Map(
    [...items]
      .filter(([template]) => template.startsWith("/"))
      .map(([template, item]) => [template.replaceAll(/\{[^}]*\}/g, "{}"), item]),
  );
}

export function webhookItemsOf(document: Api): PathItems {
  return membersOf(rootOf(document), ["webhooks"], document.webhooks);
}

export function operationsOf(document: Document): Map<string, LocatedOperation> {
  return operationsIn(pathsOf(document));
}

/** The operations of path items, by method and key. */
export function operationsIn(items: PathItems): Map<string, LocatedOperation> {
  return new Map(
    [...items].flatMap(([key, item]) => {
      const path = follow<ApiPathItem>(item);
      const template = keyOf(item);
      return methods.flatMap((method) => {
        const node = path.node[method];
        if (!node) return [];
        const name = node.operationId ?? `${method.toUpperCase()} ${template}`;
        const located = below(path, [method], node);
        return [[`${method} ${key}`, { ...located, path, template, method, name }] as const];
      });
    }),
  );
}

export function rootOf<T extends Document>(document: T): Located<T> {
  return { document, pointer: "#", node: document };
}

export function requestBodyOf(operation: LocatedOperation): Located<RequestBody> | undefined {
  const { requestBody } = operation.node;
  return requestBody && follow<RequestBody>(below(operation, ["requestBody"], requestBody));
}

function keyOf({ pointer }: Located<unknown>): string {
  const token = pointer.slice(pointer.lastIndexOf("/") + 1);
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}
