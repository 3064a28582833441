import type { Language } from "../examples/example-files.ts";
import { pythonLiteral, typescriptLiteral } from "./literal.ts";
import { curlBody, pythonArguments } from "./sample-arguments.ts";

/** The facts that decide how a sample writes a body. */
export interface BodyNotation {
  readonly method: string;
  /** Returns the name of a field in the Python SDK. */
  readonly pythonName: (name: string) => string;
}

/** Writes a request's body as the sample of a language contains it. */
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

/** The body that a sample sends, and the body that replaces it. */
export interface BodyChange extends BodyNotation {
  readonly from: unknown;
  readonly to: unknown;
}

/**
 * Replaces the body of a sample.
 *
 * @throws Error if the sample does not send the body `from`
 */
export function withBody(source: string, language: Language, change: BodyChange): string {
  const { from, to } = change;
  const written = bodyLiteral(language, change, from);
  // The sample may create resources with the same body first. The call itself comes last.
  const at = source.lastIndexOf(written);
  if (at < 0 || written === "") throw new Error(`The sample does not send ${written}.`);
  return (
    source.slice(0, at) + bodyLiteral(language, change, to) + source.slice(at + written.length)
  );
}
