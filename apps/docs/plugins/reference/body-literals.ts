import type { Language } from "../examples/example-files.ts";
import { pythonLiteral, typescriptLiteral } from "./literal.ts";
import { curlBody, pythonArguments } from "./sample-arguments.ts";

/** What the way a body is written depends on. */
export interface BodyNotation {
  readonly method: string;
  /** The name of a field in the Python SDK. */
  readonly pythonName: (name: string) => string;
}

/** A request's body as the sample of each language writes it. */
export function bodyLiteral(language: Language, notation: BodyNotation, body: unknown): string {
  switch (language) {
    case "ts":
      return typescriptLiteral(body);
    case "sh":
      return curlBody(body);
    case "py":
      return notation.method === "PATCH"
        ? pythonLiteral(body)
        : pythonArguments(body, notation.pythonName);
  }
}

/** What a sample sends, and what it is to send. */
export interface BodyChange extends BodyNotation {
  readonly from: unknown;
  readonly to: unknown;
}

/**
 * A sample with another body.
 *
 * @throws Error if the sample does not send the first
 */
export function withBody(source: string, language: Language, change: BodyChange): string {
  const { from, to } = change;
  const written = bodyLiteral(language, change, from);
  // What the sample makes first may look the same: the call comes last.
  const at = source.lastIndexOf(written);
  if (at < 0 || written === "") throw new Error(`The sample does not send ${written}.`);
  return (
    source.slice(0, at) + bodyLiteral(language, change, to) + source.slice(at + written.length)
  );
}
