import { pointerTo } from "./json-pointer.ts";

/** The number of objects and lists that may be inside each other. Ajv and Prism recurse into each of them. */
export const MOST_LEVELS = 200;
/** Enough to name a schema of an operation. The whole pointer would be as long as the nesting is deep. */
const NAMED_LEVELS = 7;

/** Finds a part of a document that is nested too deeply, or that contains itself. Returns its pointer. */
export function findTooDeep(document: object): string | undefined {
  let level = new Map<object, readonly string[]>([[document, []]]);
  for (let depth = 1; depth <= MOST_LEVELS; depth++) {
    level = childrenOf(level);
    if (level.size === 0) return undefined;
  }
  const [path = []] = level.values();
  return pointerTo(path);
}

function childrenOf(level: ReadonlyMap<object, readonly string[]>): Map<object, readonly string[]> {
  const children = new Map<object, readonly string[]>();
  for (const [node, path] of level) {
    for (const [name, child] of Object.entries(node)) {
      if (typeof child !== "object" || child === null) continue;
      children.set(child, path.length < NAMED_LEVELS ? [...path, name] : path);
    }
  }
  return children;
}
