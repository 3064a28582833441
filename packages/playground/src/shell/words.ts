import { parseScript } from "./parse.ts";
import { Reader } from "./reader.ts";
import type { Script, Word, WordPart } from "./syntax.ts";

/** The characters that end an unquoted word. */
const END = /[\s;&|<>()]/;
const NAME = /[A-Za-z_]\w*/;

/** Reads a word. Returns undefined if no word begins here. */
export function readWord(reader: Reader): Word | undefined {
  const parts: WordPart[] = [];
  while (!reader.isAtEnd && !END.test(reader.peek())) {
    if (reader.take("\\\n")) continue;
    parts.push(...readPart(reader));
  }
  return parts.length > 0 ? merge(parts) : undefined;
}

function readPart(reader: Reader): readonly WordPart[] {
  if (reader.take("'")) return [text(untilQuote(reader), true)];
  if (reader.take("$'")) return [text(unescapeAnsi(untilAnsiQuote(reader)), true)];
  if (reader.take('"')) return readDoubleQuoted(reader);
  if (reader.take("\\")) return [text(reader.next(), true)];
  if (reader.peek() === "$") return [readExpansion(reader, false)];
  refuseBeyond(reader);
  return [text(reader.next(), false)];
}

function refuseBeyond(reader: Reader): void {
  if (reader.peek() === "`") reader.fail("`…` is not supported here. Write $(…).");
  if (/[*?]/.test(reader.peek()) || reader.looksAt(/\[[^\]\s]*\]/)) {
    reader.fail(
      "File names with wildcards are not supported here. If the word is not a file name, quote it.",
    );
  }
}

function untilQuote(reader: Reader): string {
  const found = reader.match(/[^']*/) ?? "";
  if (!reader.take("'")) reader.fail("A single quote is not closed.");
  return found;
}

function untilAnsiQuote(reader: Reader): string {
  const found = reader.match(/(?:[^'\\]|\\[\s\S])*/) ?? "";
  if (!reader.take("'")) reader.fail("A single quote is not closed.");
  return found;
}

const ANSI: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", e: "\x1b", 0: "\0" };

export function unescapeAnsi(written: string): string {
  return written.replaceAll(/\\(x[0-9a-fA-F]{1,2}|[\s\S])/g, (_, escaped: string) =>
    escaped.startsWith("x") && escaped.length > 1
      ? String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
      : (ANSI[escaped] ?? escaped.replace(/^(?![\\'"])/, "\\")),
  );
}

function readDoubleQuoted(reader: Reader): WordPart[] {
  const parts: WordPart[] = [text("", true)];
  while (!reader.take('"')) {
    if (reader.isAtEnd) reader.fail("A double quote is not closed.");
    parts.push(...readQuotedPart(reader, '"'));
  }
  return parts;
}

/** Reads a part of a double-quoted text or of a here-document, in which quotes have no meaning. */
function readQuotedPart(reader: Reader, escapable: string): WordPart[] {
  if (reader.take("\\\n")) return [];
  if (reader.peek() === "\\" && `$\`\\${escapable}`.includes(reader.peek(2).charAt(1))) {
    reader.next();
    return [text(reader.next(), true)];
  }
  if (reader.peek() === "$") return [readExpansion(reader, true)];
  if (reader.peek() === "`") reader.fail("`…` is not supported here. Write $(…).");
  return [text(reader.next(), true)];
}

function readExpansion(reader: Reader, quoted: boolean): WordPart {
  reader.next();
  if (reader.take("((")) return readArithmetic(reader, quoted);
  if (reader.take("(")) return { kind: "substitution", script: untilParenthesis(reader), quoted };
  if (reader.take("{")) return readBraced(reader, quoted);
  const name = reader.match(NAME) ?? reader.match(/[?#$!@*0-9]/);
  return name === undefined ? text("$", quoted) : { kind: "variable", name, quoted };
}

function untilParenthesis(reader: Reader): Script {
  const script = parseScript(reader);
  if (!reader.take(")")) reader.fail("A $( is not closed.");
  return script;
}

function readArithmetic(reader: Reader, quoted: boolean): WordPart {
  const written = reader.match(/(?:[^()]|\([^()]*\))*/) ?? "";
  if (!reader.take("))")) reader.fail("A $(( is not closed, or has unsupported syntax.");
  return { kind: "arithmetic", expression: parseQuoted(written), quoted };
}

function readBraced(reader: Reader, quoted: boolean): WordPart {
  const name = reader.match(NAME) ?? reader.match(/[?#0-9]/);
  if (name === undefined) reader.fail("This form of $ and { } is not supported here.");
  if (reader.take("}")) return { kind: "variable", name, quoted };
  const operator = reader.match(/:?[-=?+]|%%?|##?/);
  if (operator === undefined) reader.fail(`\${${name}…} of that form is not supported here.`);
  const parts: WordPart[] = [];
  while (!reader.take("}")) {
    if (reader.isAtEnd) reader.fail("A brace after $ is not closed.");
    if (!quoted && reader.peek() === "'") parts.push(...readPart(reader));
    else if (reader.take('"')) parts.push(...readDoubleQuoted(reader));
    else parts.push(...readQuotedPart(reader, '"}'));
  }
  return { kind: "variable", name, quoted, otherwise: { operator, word: merge(parts) } };
}

/** Parses the text of a here-document, in which variables are expanded and quotes have no meaning. */
export function parseQuoted(written: string): Word {
  const reader = new Reader(written);
  const parts: WordPart[] = [text("", true)];
  while (!reader.isAtEnd) parts.push(...readQuotedPart(reader, ""));
  return merge(parts);
}

function text(written: string, quoted: boolean): WordPart {
  return { kind: "text", text: written, quoted };
}

function merge(parts: readonly WordPart[]): WordPart[] {
  const merged: WordPart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (last?.kind === "text" && part.kind === "text" && last.quoted === part.quoted) {
      merged[merged.length - 1] = { ...last, text: last.text + part.text };
    } else merged.push(part);
  }
  return merged;
}

/** Returns the text of a word without quotes and expansions, as keywords are written. Otherwise undefined. */
export function literalOf(word: Word | undefined): string | undefined {
  const [only, ...others] = word ?? [];
  return only?.kind === "text" && !only.quoted && others.length === 0 ? only.text : undefined;
}
