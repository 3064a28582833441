import { type ParseArgsConfig, parseArgs } from "node:util";
import { messageOf, StartError } from "../start-error.ts";

/** The outputs of a command: results for scripts, and messages for people. */
export interface Terminal {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Asks the person at the terminal; undefined if there is none. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
}

/** The arguments that a command accepts. Every command also accepts `--json`. */
export interface ArgumentNames<Text extends string, Flag extends string> {
  /** The usage for error messages, such as `keys revoke ID`. Words in capitals are required. */
  readonly usage: string;
  /** Options with a value. */
  readonly texts?: readonly Text[];
  /** Options without a value. */
  readonly flags?: readonly Flag[];
}

/** The arguments that were given. */
export interface Arguments<Text extends string, Flag extends string> {
  readonly positionals: readonly string[];
  readonly texts: { readonly [Name in Text]?: string };
  readonly flags: { readonly [Name in Flag]?: boolean };
  readonly json: boolean;
}

/** @throws StartError for unknown or missing arguments */
export function readArguments<Text extends string = never, Flag extends string = never>(
  args: string[],
  { usage, texts = [], flags = [] }: ArgumentNames<Text, Flag>,
): Arguments<Text, Flag> {
  const ofText = texts.map((name) => [name, { type: "string" }] as const);
  const ofFlag = [...flags, "json"].map((name) => [name, { type: "boolean" }] as const);
  const options = Object.fromEntries([...ofText, ...ofFlag]);
  const { positionals, values } = parse(args, options);
  const wanted = usage.split(" ").filter((word) => /^[A-Z]+$/.test(word));
  // An empty one is a variable of a script that is not set.
  const missing = wanted.filter((_, index) => !positionals[index]).join(" and ");
  if (missing !== "") throw new StartError(`${missing} is missing: ${usage}`);
  if (positionals.length > wanted.length) throw new StartError(`Too many arguments: ${usage}`);
  const json = values.json === true;
  // Each option has its declared type.
  return { positionals, texts: values, flags: values, json } as unknown as Arguments<Text, Flag>;
}

/** @throws StartError for unknown arguments */
function parse(args: string[], options: NonNullable<ParseArgsConfig["options"]>) {
  try {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    return { positionals, values: values as Readonly<Record<string, unknown>> };
  } catch (error) {
    throw new StartError(messageOf(error), { cause: error });
  }
}

/**
 * Asks for confirmation before something is destroyed.
 *
 * @throws StartError unless the person agrees, or `--yes` was given
 */
export async function confirm(
  { ask }: Terminal,
  {
    isAgreed = false,
    question,
  }: { readonly isAgreed?: boolean | undefined; readonly question: string },
): Promise<void> {
  if (isAgreed) return;
  if (!ask) throw new StartError(`${question} Add --yes to confirm.`);
  const answer = await ask(`${question} [y/N] `);
  if (!/^y(?:es)?$/i.test(answer.trim())) throw new StartError("Nothing was changed.");
}

/** A result, as rows for people or as JSON for programs. */
export interface Result {
  readonly json: boolean;
  /** The output of `--json`. */
  readonly value: unknown;
  readonly rows: readonly (readonly string[])[];
}

/** Writes a result to standard output. */
export function show({ out }: Terminal, { json, value, rows }: Result): void {
  if (json) out(JSON.stringify(value, null, 2));
  else for (const row of rows) out(row.map(printable).join("\t"));
}

/** Removes control characters, because a client chooses names: they must not steer the terminal or reverse the text. */
export function printable(name: string): string {
  return name.replaceAll(
    /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
