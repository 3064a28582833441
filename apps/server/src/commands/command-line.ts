import { type ParseArgsConfig, parseArgs } from "node:util";
import { messageOf, StartError } from "../start-error.ts";

/** Where a command writes: what a script reads, and what people read besides. */
export interface Terminal {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Asks the person at the terminal; undefined if there is none. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
}

/** What a command may be given. Every command has `--json`. */
export interface ArgumentNames<Text extends string, Flag extends string> {
  /** How it is called, for errors, such as `keys revoke ID`. Its words in capitals are what must be given. */
  readonly usage: string;
  /** Options with a text. */
  readonly texts?: readonly Text[];
  /** Options without a text. */
  readonly flags?: readonly Flag[];
}

/** What a command was given. */
export interface Arguments<Text extends string, Flag extends string> {
  readonly positionals: readonly string[];
  readonly texts: { readonly [Name in Text]?: string };
  readonly flags: { readonly [Name in Flag]?: boolean };
  readonly json: boolean;
}

/** @throws StartError for arguments that the command does not have, or that are missing */
export function readArguments<Text extends string = never, Flag extends string = never>(
  args: string[],
  { usage, texts = [], flags = [] }: ArgumentNames<Text, Flag>,
): Arguments<Text, Flag> {
  const ofText = texts.map((name) => [name, { type: "string" }] as const);
  const ofFlag = [...flags, "json"].map((name) => [name, { type: "boolean" }] as const);
  const options = Object.fromEntries([...ofText, ...ofFlag]);
  const { positionals, values } = parse(args, options);
  const wanted = usage.split(" ").filter((word) => /^[A-Z]+$/.test(word));
  if (positionals.length !== wanted.length) {
    const missing = wanted.slice(positionals.length).join(" and ");
    throw new StartError(
      `${missing === "" ? "Too many arguments" : `${missing} is missing`}: ${usage}`,
    );
  }
  const json = values.json === true;
  // Each option has the kind that it was declared with.
  return { positionals, texts: values, flags: values, json } as unknown as Arguments<Text, Flag>;
}

/** @throws StartError for arguments that the command does not have */
function parse(args: string[], options: NonNullable<ParseArgsConfig["options"]>) {
  try {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    return { positionals, values: values as Readonly<Record<string, unknown>> };
  } catch (error) {
    throw new StartError(messageOf(error), { cause: error });
  }
}

/**
 * Asks before something is destroyed.
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

/** How a result is shown: as rows for people, or as JSON for programs. */
export interface Result {
  readonly json: boolean;
  /** What `--json` shows. */
  readonly value: unknown;
  readonly rows: readonly (readonly string[])[];
}

/** Writes a result to standard output. */
export function show({ out }: Terminal, { json, value, rows }: Result): void {
  if (json) out(JSON.stringify(value, null, 2));
  else for (const row of rows) out(row.map(printable).join("\t"));
}

/** A name is whatever a client chose: none is to steer the terminal, or to turn the rest of its line around. */
export function printable(name: string): string {
  return name.replaceAll(
    /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
