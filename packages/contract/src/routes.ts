import type { Operation } from "./operation.ts";
import { operations } from "./operations.ts";

/** What a path of the contract stands for. */
export interface PathMatch {
  /** The operations of the path by their method. */
  readonly operations: ReadonlyMap<string, Operation>;
  /** `/v1`, or nothing on the unversioned paths. */
  readonly prefix: "/v1" | "";
  /** The segments that are parameters, percent-decoded, by name. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** A node in the tree of all paths: what may follow, and what ends here. */
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
 * Finds a path of the contract, with the prefix `/v1` or without it.
 *
 * @param pathname - as it stands in a URL, percent-encoded
 * @returns undefined where the contract has no such path
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

/** What is badly encoded stays as it is: it is no id, and is refused as one. */
function decode(segment: string): string {
  if (!segment.includes("%")) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
