import {
  type Document,
  type Method,
  methods,
  type Operation,
  type PathItem,
  resolve,
} from "@sinkove/openapi/document";
import { withoutVersion } from "../versions.ts";

/** The path of a contract that matches a request. */
export interface FoundPath {
  /** The request's path without the version prefix that the contract has in its servers. */
  readonly path: string;
  /** Upper case. A path with `GET` also has `HEAD`. */
  readonly methods: readonly string[];
  /** The operation of a method. `HEAD` falls back to the operation of `GET`. */
  readonly operation: (method: string) => Operation | undefined;
}

/** Finds the path of a contract that matches a request. The request may have the `/v1` of the contract's servers. */
export function findPath(document: object, pathname: string): FoundPath | undefined {
  for (const path of new Set([pathname, withoutVersion(pathname)])) {
    const item = itemFor(document, path);
    if (item) return foundPath(path, item);
  }
  return undefined;
}

/** Prefers paths without parameters over paths with them (OpenAPI 3.1.1, section 4.8.8.2). */
function itemFor(document: Document, path: string): PathItem | undefined {
  const fitting = Object.entries(document.paths ?? {})
    .filter(([template]) => patternOf(template).test(path))
    .sort(([one], [other]) => parametersIn(one) - parametersIn(other));
  const [, item] = fitting[0] ?? [];
  return item && resolve<PathItem>(document, item);
}

function foundPath(path: string, item: PathItem): FoundPath {
  const own = methods.filter((method) => item[method]);
  const implied = own.includes("get") && !own.includes("head") ? ["HEAD"] : [];
  return {
    path,
    methods: [...implied, ...own.map((method) => method.toUpperCase())],
    operation(method) {
      // The cast is safe: the lookup of an unknown method returns undefined.
      const found = item[method.toLowerCase() as Method];
      return found ?? (method === "HEAD" ? item.get : undefined);
    },
  };
}

const PARAMETER = /\{[^}]+\}/g;

function parametersIn(template: string): number {
  return template.match(PARAMETER)?.length ?? 0;
}

function patternOf(template: string): RegExp {
  const parts = template.split(PARAMETER).map(escaped);
  return new RegExp(`^${parts.join("[^/]+")}$`);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
