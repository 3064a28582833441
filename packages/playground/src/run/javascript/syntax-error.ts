import { type Position, parse } from "acorn";
import { stripTypes } from "./types.ts";

/** Returns the syntax error of a program in Node's format, with its line, or undefined if the program is valid. */
export function findSyntaxError(name: string, code: string): string | undefined {
  try {
    const javascript = withoutTypes(code);
    // Removing types keeps the line numbers.
    parse(javascript, { ecmaVersion: "latest", sourceType: "module" });
    return undefined;
  } catch (error) {
    if (!isLocated(error)) throw error;
    const { line, column } = error.loc;
    const reason = error.message
      .replace(/^Error transforming [^:]*: /, "")
      .replace(/ \(\d+:\d+\)$/, "");
    const source = code.split("\n")[line - 1] ?? "";
    const pointer = `${" ".repeat(Math.min(column, source.length))}^`;
    return `${name}:${line}\n${source}\n${pointer}\n\nSyntaxError: ${reason}`;
  }
}

/** Removes types. Adjusts the column of errors, because Sucrase counts columns from 1 and acorn from 0. */
function withoutTypes(code: string): string {
  try {
    return stripTypes(code);
  } catch (error) {
    if (isLocated(error)) error.loc.column -= 1;
    throw error;
  }
}

function isLocated(error: unknown): error is Error & { readonly loc: Position } {
  return error instanceof Error && "loc" in error;
}
