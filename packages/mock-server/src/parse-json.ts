/**
 * Parses the text of a JSON file. Ignores the byte order mark that some editors write.
 *
 * @throws {SyntaxError} with the place in the text
 */
export function parseJson(text: string): unknown {
  return JSON.parse(text.replace(/^\uFEFF/, ""));
}
