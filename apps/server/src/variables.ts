import { readFileSync } from "node:fs";
import { redact } from "@sinkove/api-key";

/** The environment's variables are not as they should be; the message has a line for each. */
export class ConfigurationError extends Error {
  override readonly name: string = "ConfigurationError";
}

/** How a variable's text is read. */
export interface VariableKind<T> {
  /** Ends the sentence "it must be …". */
  readonly expected: string;
  /** Undefined where the text is not as expected. */
  readonly parse: (text: string) => T | undefined;
  /** Whether the text must not be shown. The variable with `_FILE` at its end can name a file that has it. */
  readonly isSecret?: boolean;
}

/** Reads a variable; undefined where it is absent or empty, or faulty, which is noted. */
export type ReadVariable = <T>(name: string, kind: VariableKind<T>) => T | undefined;

/**
 * Reads variables, and collects what is wrong with them.
 *
 * @throws ConfigurationError with all the faults at once
 */
export function readVariables<T>(
  environment: Readonly<Record<string, string | undefined>>,
  build: (read: ReadVariable) => T,
): T {
  const faults: string[] = [];
  const result = build((name, { expected, parse, isSecret = false }) => {
    const given = environment[name]?.trim();
    const file = isSecret ? environment[`${name}_FILE`]?.trim() : undefined;
    if (given && file) faults.push(`  ${name} and ${name}_FILE are both set: leave one out.`);
    const text = given || contentOf(file);
    if (file && text === undefined)
      faults.push(`  ${name}_FILE is ${JSON.stringify(redact(file))}: it must be a readable file.`);
    if (!text) return undefined;
    const value = parse(text);
    if (value === undefined) {
      const shown = isSecret ? "is not as it should be" : `is ${JSON.stringify(redact(text))}`;
      faults.push(`  ${name} ${shown}: it must be ${expected}.`);
    }
    return value;
  });
  if (faults.length === 0) return result;
  throw new ConfigurationError(`These environment variables are wrong:\n${faults.join("\n")}`);
}

function contentOf(file: string | undefined): string | undefined {
  if (!file) return undefined;
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return undefined;
  }
}
