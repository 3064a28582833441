import {
  type Document,
  type Method,
  methods,
  type Operation,
  type PathItem,
  resolve,
} from "@sinkove/openapi/document";
import { withoutVersion } from "../versions.ts";

/** A path of a contract that a request is for. */
export interface FoundPath {
  /** Of the request, as the contract writes it. */
  readonly path: string;
  /** Upper case; `HEAD` comes with `GET`. */
  readonly methods: readonly string[];
  /** The operation of a method, `GET`'s for a `HEAD` that has none. */
  readonly operation: (method: string) => Operation | undefined;
}

/** Finds a request's path in a contract: as it is, or without the `/v1` that the contract has in its servers. */
export function findPath(document: object, pathname: string): FoundPath | undefined {
  for (const path of new Set([pathname, withoutVersion(pathname)])) {
    const item = itemFor(document, path);
    if (item) return foundPath(path, item);
  }
  return undefined;
}

/** A path without parameters goes before one with them (OpenAPI 3.1.1, section 4.8.8.2). */
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
      // A name that is no method finds nothing.
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
