import type { Operation } from "./operation.ts";
import { operations } from "./operations.ts";

/** A path of the contract that matches a URL. */
export interface PathMatch {
  /** The operations of the path, by method. */
  readonly operations: ReadonlyMap<string, Operation>;
  /** `/v1`, or empty for a path without a version. */
  readonly prefix: "/v1" | "";
  /** The values of the path parameters, percent-decoded, by name. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** A node in the tree of all paths: the segments that can follow, and the operations of the path that ends here. */
interface PathNode {
  readonly literals: Map<string, PathNode>;
  parameter?: { readonly name: string; readonly node: PathNode };
  readonly operations: Map<string, Operation>;
}

const root: PathNode = newNode();
for (const operation of Object.values(operations)) {
  const node = operation.path.slice(1).split("/").reduce(findOrAddChild, root);
  node.operations.set(operation.method, operation);
}

/**
 * Finds the path of the contract that matches a URL path with or without the prefix `/v1`.
 *
 * @param pathname - the path of a URL, percent-encoded
 * @returns undefined if the contract has no such path
 * @example
 * matchPath("/v1/datasets/7")?.operations.get("GET")?.id; // "getDataset"
 */
export function matchPath(pathname: string): PathMatch | undefined {
  const prefix = pathname.startsWith("/v1/") ? "/v1" : "";
  const parameters: Record<string, string> = {};
  let node = root;
  for (let start = prefix.length; start < pathname.length; ) {
    const end = endOfSegment(pathname, start + 1);
    const text = decode(pathname.slice(start + 1, end));
    start = end;
    const next = node.literals.get(text);
    if (next) {
      node = next;
      continue;
    }
    const { parameter } = node;
    if (!parameter || text === "") return undefined;
    parameters[parameter.name] = text;
    node = parameter.node;
  }
  return node.operations.size === 0
    ? undefined
    : { operations: node.operations, prefix, parameters };
}

function endOfSegment(pathname: string, start: number): number {
  const slash = pathname.indexOf("/", start);
  return slash === -1 ? pathname.length : slash;
}

function newNode(): PathNode {
  return { literals: new Map(), operations: new Map() };
}

function findOrAddChild(node: PathNode, segment: string): PathNode {
  const name = /^\{(\w+)\}$/.exec(segment)?.[1];
  if (name !== undefined) {
    node.parameter ??= { name, node: newNode() };
    return node.parameter.node;
  }
  const known = node.literals.get(segment) ?? newNode();
  node.literals.set(segment, known);
  return known;
}

/** Decodes a segment. An invalid encoding stays as it is, and the validation rejects it because it is not an id. */
function decode(segment: string): string {
  if (!segment.includes("%")) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
