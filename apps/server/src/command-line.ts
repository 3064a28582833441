import { type ParseArgsConfig, parseArgs } from "node:util";
import { messageOf, StartError } from "./start-error.ts";

/** Where a command writes: what a script reads, and what people read besides. */
export interface Terminal {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/** Reads options that are texts. @throws StartError for arguments that the command does not have */
export function readOptions<Name extends string>(args: string[], names: readonly Name[]) {
  const options = Object.fromEntries(names.map((name) => [name, { type: "string" as const }]));
  // What was given of these names.
  return parse({ args, options }).values as { readonly [N in Name]?: string };
}

/** @throws StartError for arguments that the command does not have */
export function parse<Config extends ParseArgsConfig>(config: Config) {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new StartError(messageOf(error), { cause: error });
  }
}

/** A name is whatever a client chose: none is to steer the terminal, or to turn the rest of its line around. */
export function printable(name: string): string {
  return name.replaceAll(
    /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
