/** Keywords that do not affect which values are valid. */
export const annotations: ReadonlySet<string> = new Set([
  ...["title", "description", "example", "examples", "externalDocs", "xml", "discriminator"],
  ...["deprecated", "default", "readOnly", "writeOnly"],
  ...["$comment", "$defs", "$id", "$schema", "$anchor", "$dynamicAnchor", "$vocabulary"],
]);
