import { readFileSync } from "node:fs";
import { redact } from "@sinkove/api-key";

/** Environment variables are invalid; the message has a line for each. */
export class ConfigurationError extends Error {
  override readonly name: string = "ConfigurationError";
}

/** How to read the text of a variable. */
export interface VariableKind<T> {
  /** Ends the sentence "it must be …". */
  readonly expected: string;
  /** Returns undefined if the text is invalid. */
  readonly parse: (text: string) => T | undefined;
  /** Whether the text must not be shown. A variable with the suffix `_FILE` may name a file that contains it. */
  readonly isSecret?: boolean;
}

/** Reads a variable. Undefined if it is absent, empty or invalid; invalid ones are collected. */
export type ReadVariable = <T>(name: string, kind: VariableKind<T>) => T | undefined;

/**
 * Reads variables, and collects their faults.
 *
 * @throws ConfigurationError with all faults at once
 */
export function readVariables<T>(
  environment: Readonly<Record<string, string | undefined>>,
  build: (read: ReadVariable) => T,
): T {
  const faults: string[] = [];
  const result = build((name, { expected, parse, isSecret = false }) => {
    const { text, fault } = textOf(environment, name, isSecret);
    if (fault !== undefined) faults.push(fault);
    if (!text) return undefined;
    const value = parse(text);
    if (value === undefined) {
      const shown = isSecret ? "is invalid" : `is ${JSON.stringify(redact(text))}`;
      faults.push(`  ${name} ${shown}: it must be ${expected}.`);
    }
    return value;
  });
  if (faults.length === 0) return result;
  throw new ConfigurationError(`These environment variables are wrong:\n${faults.join("\n")}`);
}

/** The text of a variable, or of the file that it names. */
function textOf(
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
  isSecret: boolean,
): { readonly text?: string | undefined; readonly fault?: string } {
  const text = environment[name]?.trim();
  const file = isSecret ? environment[`${name}_FILE`]?.trim() : undefined;
  if (!file) return { text };
  if (text) return { fault: `  ${name} and ${name}_FILE are both set: leave one out.` };
  try {
    return { text: readFileSync(file, "utf8").trim() };
  } catch {
    const shown = JSON.stringify(redact(file));
    return { fault: `  ${name}_FILE is ${shown}: it must be a file that can be read.` };
  }
}
