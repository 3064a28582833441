import { type CommandContext, textOf } from "../machine.ts";
import type { Filter } from "./filter.ts";
import { isTrue, JqError, type Json } from "./json.ts";
import { compile } from "./parser.ts";

/** Runs jq with paths, commas, pipes, objects, arrays, comparisons, some functions, and `-r`, `-c`, `-e` and `-n`. */
export function jq({ args, stdin, out, err, host }: CommandContext): number {
  const options = new Set(args.filter((word) => /^-/.test(word)).flatMap(lettersOf));
  const [filter = ".", ...files] = args.filter((word) => !/^-/.test(word));
  const unknown = [...options].find((option) => !"rcen".includes(option));
  if (unknown !== undefined) {
    err(`jq: -${unknown} is not supported in this page; use -r, -c, -e or -n\n`);
    return 2;
  }
  const texts = files.map((file) => textOf(host.files.read(file) ?? new Uint8Array()));
  const input = files.length > 0 ? texts.join("\n") : textOf(stdin);
  return run({ filter, input, options, out, err });
}

const LONG: Readonly<Record<string, string>> = {
  "--raw-output": "r",
  "--compact-output": "c",
  "--exit-status": "e",
  "--null-input": "n",
};

function lettersOf(word: string): string[] {
  return word.startsWith("--") ? [LONG[word] ?? word.slice(1)] : [...word.slice(1)];
}

interface Job {
  readonly filter: string;
  readonly input: string;
  readonly options: ReadonlySet<string>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

function run(job: Job): number {
  try {
    return evaluate(job, compile(job.filter));
  } catch (error) {
    return report(error, job);
  }
}

function report(error: unknown, { err }: Job): number {
  if (!(error instanceof JqError)) throw error;
  err(`jq: error: ${error.message}\n`);
  return error.status;
}

/** Runs a filter. After a value that the filter cannot process (status 5), it continues with the next one. */
function evaluate(job: Job, program: Filter): number {
  const { options, out } = job;
  let last: Json | undefined;
  let status = 0;
  for (const value of options.has("n") ? [null] : valuesOf(job.input)) {
    try {
      for (last of program(value)) out(`${show(last, options)}\n`);
    } catch (error) {
      status = report(error, job);
    }
  }
  return status === 0 && options.has("e") ? verdictOf(last) : status;
}

function verdictOf(last: Json | undefined): number {
  if (last === undefined) return 4;
  return isTrue(last) ? 0 : 1;
}

function show(value: Json, options: ReadonlySet<string>): string {
  if (options.has("r") && typeof value === "string") return value;
  return JSON.stringify(value, null, options.has("c") ? 0 : 2);
}

/** Parses the values in a text, one after another. Values before a syntax error are still processed, as in jq. */
function* valuesOf(text: string): Generator<Json> {
  let rest = text.trim();
  while (rest !== "") {
    const end = endOfValue(rest);
    yield parse(rest.slice(0, end));
    rest = rest.slice(end).trim();
  }
}

function parse(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    throw new JqError(`parse error: this is not JSON: ${text.slice(0, 60)}`, 2);
  }
}

function endOfValue(text: string): number {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]|[^\s[\]{}",:]+/gs)) {
    if (/^[[{]$/.test(token)) depth++;
    if (/^[\]}]$/.test(token)) depth--;
    if (depth === 0) return index + token.length;
  }
  return text.length;
}
