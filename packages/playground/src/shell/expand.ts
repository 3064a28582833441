import type { ShellState } from "./machine.ts";
import type { Script, Word, WordPart } from "./syntax.ts";

/** The variables for an expansion, and a function that runs `$(…)`. */
export interface Expander {
  readonly shell: ShellState;
  readonly substitute: (script: Script) => Promise<string>;
}

/** Thrown if an expansion fails, for example because a required variable is not set. */
export class ExpansionError extends Error {
  override readonly name: string = "ExpansionError";
}

interface Piece {
  readonly text: string;
  readonly quoted: boolean;
  /** Whether white space in the text separates words. */
  readonly splits: boolean;
}

/** Expands a word without splitting it, for the value of an assignment or a file name. */
export async function expandText(word: Word, expander: Expander): Promise<string> {
  const pieces = await expandPieces(word, expander);
  return pieces.map(({ text }) => text).join("");
}

/** Expands a word, and splits it at white space in unquoted expansions. */
export async function expandWords(word: Word, expander: Expander): Promise<string[]> {
  const splitter = new Splitter();
  for (const { text, quoted, splits } of await expandPieces(word, expander)) {
    if (splits) splitter.split(text);
    else if (quoted || text !== "") splitter.append(text);
  }
  return splitter.end();
}

/** Collects words from texts with and without separators. */
class Splitter {
  readonly #words: string[] = [];
  #current: string | undefined;

  append(text: string): void {
    this.#current = (this.#current ?? "") + text;
  }

  split(text: string): void {
    for (const [index, field] of text.split(/[ \t\n]+/).entries()) {
      if (index > 0) this.end();
      if (field !== "") this.append(field);
    }
  }

  end(): string[] {
    if (this.#current !== undefined) this.#words.push(this.#current);
    this.#current = undefined;
    return this.#words;
  }
}

async function expandPieces(word: Word, expander: Expander): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for (const part of word) pieces.push(await expandPart(part, expander));
  return pieces;
}

async function expandPart(part: WordPart, expander: Expander): Promise<Piece> {
  const { quoted } = part;
  if (part.kind === "text") return { text: part.text, quoted, splits: false };
  return { text: await valueOfPart(part, expander), quoted, splits: !quoted };
}

async function valueOfPart(
  part: Exclude<WordPart, { kind: "text" }>,
  expander: Expander,
): Promise<string> {
  switch (part.kind) {
    case "substitution":
      return (await expander.substitute(part.script)).replace(/\n+$/, "");
    case "arithmetic":
      return `${calculate(await expandText(part.expression, expander), expander.shell)}`;
    case "variable":
      return variable(part, expander);
  }
}

async function variable(
  { name, otherwise }: Extract<WordPart, { kind: "variable" }>,
  expander: Expander,
): Promise<string> {
  const value = lookUp(name, expander.shell);
  if (otherwise) return alternative(name, otherwise, expander);
  if (value !== undefined || !expander.shell.options.has("nounset")) return value ?? "";
  throw new ExpansionError(`${name}: unbound variable`);
}

async function alternative(
  name: string,
  { operator, word }: { readonly operator: string; readonly word: Word },
  expander: Expander,
): Promise<string> {
  const value = lookUp(name, expander.shell);
  const isThere = value !== undefined && (value !== "" || !operator.startsWith(":"));
  const kind = operator.at(-1) ?? "";
  if (/[#%]/.test(kind)) {
    return withoutAffix(value ?? "", operator, await expandText(word, expander));
  }
  if (isThere !== (kind === "+")) return kind === "+" ? "" : (value ?? "");
  const text = await expandText(word, expander);
  if (kind === "=") expander.shell.variables.set(name, text);
  if (kind === "?") throw new ExpansionError(`${name}: ${text || "parameter not set"}`);
  return text;
}

function lookUp(name: string, shell: ShellState): string | undefined {
  if (name === "?") return `${shell.status}`;
  if (name === "#") return "0";
  return shell.variables.get(name);
}

/** Expands `${NAME#start}` and `${NAME%end}`, in which `*` matches any text. */
function withoutAffix(value: string, operator: string, affix: string): string {
  const pattern = affix
    .split("*")
    .map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join(operator.length > 1 ? ".*" : ".*?");
  if (operator.startsWith("#")) return value.replace(new RegExp(`^${pattern}`, "s"), "");
  if (operator.length > 1) return value.replace(new RegExp(`${pattern}$`, "s"), "");
  // To remove the shortest suffix, find the last position from which the pattern matches up to the end.
  for (let start = value.length; start >= 0; start--) {
    if (new RegExp(`^${pattern}$`, "s").test(value.slice(start))) return value.slice(0, start);
  }
  return value;
}

/** Evaluates an expression of whole numbers, variables, + - * / % and parentheses. */
function calculate(expression: string, shell: ShellState): number {
  const tokens = expression.match(/\d+|[A-Za-z_]\w*|[-+*/%()]|\S/g) ?? [];
  const peek = (): string => tokens[0] ?? "";
  const factor = (): number => {
    const token = tokens.shift() ?? "";
    if (token === "-") return -factor();
    if (token === "(") {
      const value = sum();
      if (tokens.shift() !== ")") throw new ExpansionError(`$((${expression})): a ) is missing`);
      return value;
    }
    if (/^\d/.test(token)) return Number(token);
    if (/^[A-Za-z_]/.test(token)) return Number(shell.variables.get(token) ?? 0);
    throw new ExpansionError(`$((${expression})): only + - * / % and ( ) are supported here`);
  };
  const product = (): number => {
    let value = factor();
    while (/^[*/%]$/.test(peek())) value = multiply(value, tokens.shift() ?? "", factor());
    return value;
  };
  const sum = (): number => {
    let value = product();
    while (/^[-+]$/.test(peek()))
      value = tokens.shift() === "+" ? value + product() : value - product();
    return value;
  };
  const result = sum();
  if (tokens.length > 0)
    throw new ExpansionError(`$((${expression})): ${peek()} is not supported here`);
  return result;
}

function multiply(left: number, operator: string, right: number): number {
  if (operator === "*") return left * right;
  if (right === 0) throw new ExpansionError("division by 0");
  return operator === "/" ? Math.trunc(left / right) : left % right;
}
