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
interface Place {
  readonly literals: Map<string, Place>;
  parameter?: { readonly name: string; readonly place: Place };
  readonly operations: Map<string, Operation>;
}

const root: Place = newPlace();
for (const operation of Object.values(operations)) {
  const place = operation.path.slice(1).split("/").reduce(placeBelow, root);
  place.operations.set(operation.method, operation);
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
  let place = root;
  for (let start = prefix.length; start < pathname.length; ) {
    const end = endOfSegment(pathname, start + 1);
    const text = decode(pathname.slice(start + 1, end));
    start = end;
    const next = place.literals.get(text);
    if (next) {
      place = next;
      continue;
    }
    const { parameter } = place;
    if (!parameter || text === "") return undefined;
    parameters[parameter.name] = text;
    place = parameter.place;
  }
  return place.operations.size === 0
    ? undefined
    : { operations: place.operations, prefix, parameters };
}

function endOfSegment(pathname: string, start: number): number {
  const slash = pathname.indexOf("/", start);
  return slash === -1 ? pathname.length : slash;
}

function newPlace(): Place {
  return { literals: new Map(), operations: new Map() };
}

function placeBelow(place: Place, segment: string): Place {
  const name = /^\{(\w+)\}$/.exec(segment)?.[1];
  if (name !== undefined) {
    place.parameter ??= { name, place: newPlace() };
    return place.parameter.place;
  }
  const known = place.literals.get(segment) ?? newPlace();
  place.literals.set(segment, known);
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
