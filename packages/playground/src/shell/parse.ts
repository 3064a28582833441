import { Reader } from "./reader.ts";
import type { Assignment, Command, Pipeline, Redirect, Script, Step, Word } from "./syntax.ts";
import { literalOf, parseQuoted, readWord } from "./words.ts";

/**
 * Parses a script like bash: simple commands, pipes, lists, `if`, `for`, `while` and here-documents.
 *
 * @throws ShellSyntaxError if the script is invalid, or has unsupported syntax
 */
export function parse(text: string): Script {
  const reader = new Reader(text.endsWith("\n") ? text : `${text}\n`);
  const script = parseScript(reader);
  if (!reader.isAtEnd) reader.fail(`Unexpected "${reader.peek()}".`);
  return script;
}

/** Parses commands up to the end, a closing parenthesis, or a closing keyword. */
export function parseScript(reader: Reader): Script {
  const steps: Step[] = [];
  let after: Step["after"] = ";";
  for (;;) {
    skipSeparators(reader);
    if (reader.isAtEnd || reader.peek() === ")" || reader.looksAt(CLOSING)) {
      if (after !== ";") reader.fail(`There is nothing after ${after}.`);
      return steps;
    }
    steps.push({ after, pipeline: readPipeline(reader) });
    reader.skipBlanks();
    if (reader.take("&&")) after = "&&";
    else if (reader.take("||")) after = "||";
    else if (reader.peek() === "&")
      reader.fail("Commands in the background are not supported here.");
    else after = ";";
    if (after !== ";") reader.skipBlanks(true);
  }
}

const CLOSING = /(?:then|elif|else|fi|do|done|\})(?![^\s;)])/;

function skipSeparators(reader: Reader): void {
  reader.skipBlanks(true);
  while (reader.take(";")) reader.skipBlanks(true);
}

function readPipeline(reader: Reader): Pipeline {
  const negated = reader.match(/!(?=\s)/) !== undefined;
  const commands: Command[] = [];
  do {
    reader.skipBlanks(true);
    commands.push(readCommand(reader));
    reader.skipBlanks();
  } while (!reader.looksAt(/\|\|/) && reader.take("|"));
  return { negated, commands };
}

function readCommand(reader: Reader): Command {
  const keyword = reader.match(/(?:if|for|while|until|\{)(?=\s)/);
  if (keyword === undefined) return readSimple(reader);
  const command = readCompound(reader, keyword);
  reader.skipBlanks();
  if (reader.looksAt(/\d*[<>]/))
    reader.fail(`Redirecting a whole ${keyword} is not supported here.`);
  return command;
}

function readCompound(reader: Reader, keyword: string): Command {
  if (keyword === "if") return readIf(reader);
  if (keyword === "for") return readFor(reader);
  if (keyword === "{") return { kind: "group", body: bodyUntil(reader, "}") };
  const condition = bodyUntil(reader, "do");
  return { kind: "while", until: keyword === "until", condition, body: bodyUntil(reader, "done") };
}

function bodyUntil(reader: Reader, keyword: string): Script {
  const body = parseScript(reader);
  if (!takeKeyword(reader, keyword)) reader.fail(`"${keyword}" is missing.`);
  if (body.length === 0) reader.fail(`There is no command before "${keyword}".`);
  return body;
}

function takeKeyword(reader: Reader, keyword: string): boolean {
  const pattern = keyword === "}" ? /\}(?![^\s;)])/ : new RegExp(`${keyword}(?![^\\s;)])`);
  return reader.match(pattern) !== undefined;
}

function readIf(reader: Reader): Command {
  const branches: { condition: Script; body: Script }[] = [];
  do {
    const condition = bodyUntil(reader, "then");
    branches.push({ condition, body: parseScript(reader) });
  } while (takeKeyword(reader, "elif"));
  const otherwise = takeKeyword(reader, "else") ? parseScript(reader) : undefined;
  if (!takeKeyword(reader, "fi")) reader.fail('"fi" is missing.');
  return { kind: "if", branches, otherwise };
}

function readFor(reader: Reader): Command {
  reader.skipBlanks();
  const name = reader.match(/[A-Za-z_]\w*/);
  reader.skipBlanks();
  if (name === undefined || !takeKeyword(reader, "in")) {
    reader.fail("Only `for NAME in WORDS` is supported here.");
  }
  const words: Word[] = [];
  for (;;) {
    reader.skipBlanks();
    const word = readWord(reader);
    if (!word) break;
    words.push(word);
  }
  skipSeparators(reader);
  if (!takeKeyword(reader, "do")) reader.fail('"do" is missing.');
  return { kind: "for", name, words, body: bodyUntil(reader, "done") };
}

function readSimple(reader: Reader): Command {
  const { line } = reader;
  const assignments: Assignment[] = [];
  const words: Word[] = [];
  const redirects: Redirect[] = [];
  for (;;) {
    reader.skipBlanks();
    if (reader.looksAt(/\d*(?:<|>)/)) redirects.push(readRedirect(reader));
    else if (words.length === 0 && reader.looksAt(/[A-Za-z_]\w*=/)) {
      const name = reader.match(/[A-Za-z_]\w*/) ?? "";
      reader.next();
      assignments.push({ name, value: readWord(reader) ?? [] });
    } else {
      const word = readWord(reader);
      if (!word) break;
      words.push(word);
    }
  }
  refuseBeyond(reader, words);
  if (words.length + assignments.length + redirects.length === 0) {
    reader.fail(`Unexpected "${reader.peek().trim() || "end of line"}".`);
  }
  return { kind: "simple", line, assignments, words, redirects };
}

function refuseBeyond(reader: Reader, words: readonly Word[]): void {
  const name = literalOf(words[0]);
  if (reader.peek() === "(") {
    reader.fail(
      "Functions, arrays and commands in ( ) are not supported here. Write the commands out.",
    );
  }
  if (name === "case" || name === "function" || name === "select" || name === "[[") {
    reader.fail(`\`${name}\` is not supported here.${name === "[[" ? " Write [ … ]." : ""}`);
  }
}

function readRedirect(reader: Reader): Redirect {
  const number = reader.match(/\d+/);
  const found = reader.match(/<<<|<<-?|>>|>&|<|>\|?/) ?? "";
  if (found === "<<" || found === "<<-") return readDocument(reader, found);
  const operator = found === ">|" ? ">" : found;
  reader.skipBlanks();
  const target = readWord(reader);
  if (!target || !isOperator(operator)) reader.fail(`There is no file after ${found}.`);
  return { descriptor: Number(number ?? (operator.startsWith("<") ? 0 : 1)), operator, target };
}

function isOperator(text: string): text is Redirect["operator"] {
  return [">", ">>", ">&", "<", "<<<"].includes(text);
}

function readDocument(reader: Reader, operator: string): Redirect {
  reader.skipBlanks();
  const word = readWord(reader);
  if (!word) reader.fail(`There is no word after ${operator}.`);
  const end = word.map((part) => (part.kind === "text" ? part.text : "")).join("");
  const isQuoted = word.some((part) => part.kind === "text" && part.quoted);
  const target: Word[number][] = [];
  const take = (text: string): void => {
    target.push(
      ...(isQuoted ? [{ kind: "text", text, quoted: true } as const] : parseQuoted(text)),
    );
  };
  reader.announceDocument({ end, stripTabs: operator === "<<-", take });
  return { descriptor: 0, operator: "<<", target };
}
