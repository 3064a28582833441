/** Writes a place in a document as a URI fragment (RFC 6901, section 6), such as `#/paths/~1me/get`. */
export function pointerTo(path: readonly (string | number)[]): string {
  const segments = path.map((name) => `/${`${name}`.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  return `#${segments.join("")}`;
}

/** Returns the value that a URI fragment points to, or undefined if there is none. */
export function valueAt(document: unknown, pointer: string): unknown {
  let node = document;
  for (const segment of decoded(pointer).split("/").slice(1)) {
    const name = segment.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, name)) return undefined;
    node = Reflect.get(node, name);
  }
  return node;
}

function decoded(pointer: string): string {
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}
