import {
  asText,
  combine,
  eachOf,
  type Filter,
  member,
  objectsOf,
  withoutErrors,
} from "./filter.ts";
import { functions } from "./functions.ts";
import { isTrue, JqError, type Json } from "./json.ts";
import { calculate, compare, look } from "./operators.ts";

const TOKEN =
  /\s*("(?:[^"\\]|\\.)*"|\/\/|==|!=|<=|>=|\.\.|\.[A-Za-z_]\w*|\d+(?:\.\d+)?|[A-Za-z_]\w*|[-+*/%.,|:;?<>()[\]{}])/y;

/** Compiles a filter. */
export function compile(text: string): Filter {
  const parser = new Parser(text);
  const filter = parser.pipe();
  parser.end();
  return filter;
}

/** Parses a filter by recursive descent. In order of precedence: pipes, commas, `//`, comparisons, sums, paths. */
class Parser {
  readonly #tokens: string[] = [];
  #position = 0;

  constructor(text: string) {
    const pattern = new RegExp(TOKEN);
    while (text.slice(pattern.lastIndex).trim() !== "") {
      const { lastIndex } = pattern;
      const [, token] = pattern.exec(text) ?? [];
      if (token === undefined) throw beyond(text.slice(lastIndex).trim());
      this.#tokens.push(token);
    }
  }

  end(): void {
    if (this.#peek() !== "") throw beyond(this.#peek());
  }

  pipe(): Filter {
    const left = this.#comma();
    if (!this.#take("|")) return left;
    const right = this.pipe();
    return function* (input) {
      for (const value of left(input)) yield* right(value);
    };
  }

  #comma(): Filter {
    const parts = [this.#alternative()];
    while (this.#take(",")) parts.push(this.#alternative());
    const [only] = parts;
    if (parts.length === 1 && only) return only;
    return function* (input) {
      for (const part of parts) yield* part(input);
    };
  }

  #alternative(): Filter {
    const left = this.#logic();
    if (!this.#take("//")) return left;
    const right = this.#alternative();
    return function* (input) {
      const found = withoutErrors(left, input).filter(isTrue);
      yield* found.length > 0 ? found : right(input);
    };
  }

  #logic(): Filter {
    let left = this.#comparison();
    for (;;) {
      const operator = this.#takeOne("and", "or");
      if (operator === undefined) return left;
      const right = this.#comparison();
      left = combine(left, right, (a, b) =>
        operator === "and" ? isTrue(a) && isTrue(b) : isTrue(a) || isTrue(b),
      );
    }
  }

  #comparison(): Filter {
    const left = this.#sum();
    const operator = this.#takeOne("==", "!=", "<=", ">=", "<", ">");
    if (operator === undefined) return left;
    return combine(left, this.#sum(), (a, b) => compare(a, operator, b));
  }

  #sum(): Filter {
    let left = this.#postfix();
    for (;;) {
      const operator = this.#takeOne("+", "-", "*", "/", "%");
      if (operator === undefined) return left;
      left = combine(left, this.#postfix(), (a, b) => calculate(a, operator, b));
    }
  }

  #postfix(): Filter {
    let filter = this.#primary();
    for (;;) {
      const before = filter;
      if (this.#take("?")) filter = (input) => withoutErrors(before, input);
      else if (/^\.[A-Za-z_]/.test(this.#peek())) filter = member(before, this.#next().slice(1));
      else if (this.#take("[")) filter = this.#index(before);
      else if (this.#take(".")) filter = member(before, literal(this.#next()));
      else return filter;
    }
  }

  #index(of: Filter): Filter {
    if (this.#take("]")) return eachOf(of);
    const at = this.pipe();
    this.#expect("]");
    return function* (input) {
      for (const value of of(input)) for (const key of at(input)) yield look(value, key);
    };
  }

  #primary(): Filter {
    const token = this.#next();
    if (token === ".") return this.#afterDot();
    if (/^\.[A-Za-z_]/.test(token)) return member((input) => [input], token.slice(1));
    if (token.startsWith('"')) return this.#text(token);
    if (/^\d/.test(token)) return () => [Number(token)];
    if (token === "-") {
      return combine(
        () => [0],
        this.#postfix(),
        (a, b) => calculate(a, "-", b),
      );
    }
    if (token === "(") return this.#until(")");
    if (token === "[") return this.#list();
    if (token === "{") return this.#object();
    if (/^[a-z]/i.test(token)) return this.#call(token);
    throw beyond(token || "the end");
  }

  #afterDot(): Filter {
    if (!this.#peek().startsWith('"')) return (input) => [input];
    return member((input) => [input], literal(this.#next()));
  }

  #until(end: string): Filter {
    const filter = this.pipe();
    this.#expect(end);
    return filter;
  }

  #list(): Filter {
    if (this.#take("]")) return () => [[]];
    const filter = this.#until("]");
    return (input) => [[...filter(input)]];
  }

  /** Parses a string with interpolations: `"…\(filter)…"`. */
  #text(token: string): Filter {
    const parts = token.slice(1, -1).split(/(\\\([^)]*\))/);
    const filters = parts.map((part): Filter => {
      if (part.startsWith("\\(")) return compile(part.slice(2, -1));
      const text = literal(`"${part}"`);
      return () => [text];
    });
    return filters.reduce((left, right) => combine(left, right, (a, b) => asText(a) + asText(b)));
  }

  #object(): Filter {
    const members: { name: Filter; value: Filter }[] = [];
    while (!this.#take("}")) {
      if (members.length > 0) this.#expect(",");
      members.push(this.#member());
    }
    return (input) => objectsOf(members, input);
  }

  #member(): { name: Filter; value: Filter } {
    const token = this.#next();
    if (token === "(") {
      const name = this.#until(")");
      this.#expect(":");
      return { name, value: this.#alternative() };
    }
    if (!/^["a-z_]/i.test(token)) throw beyond(token || "the end");
    const text = token.startsWith('"') ? literal(token) : token;
    const isShort = !this.#take(":");
    const value = isShort ? member((input) => [input], text) : this.#alternative();
    return { name: () => [text], value };
  }

  #call(name: string): Filter {
    const constants: Readonly<Record<string, Json>> = { null: null, true: true, false: false };
    const constant = constants[name];
    if (constant !== undefined) return () => [constant];
    const args: Filter[] = [];
    if (this.#take("(")) {
      do args.push(this.pipe());
      while (this.#take(";"));
      this.#expect(")");
    }
    const build = functions[`${name}/${args.length}`];
    if (!build) throw new JqError(`${name}/${args.length} is not supported in this page`, 3);
    return build(...args);
  }

  #peek(): string {
    return this.#tokens[this.#position] ?? "";
  }

  #next(): string {
    return this.#tokens[this.#position++] ?? "";
  }

  #take(token: string): boolean {
    if (this.#peek() !== token) return false;
    this.#position++;
    return true;
  }

  #takeOne(...tokens: readonly string[]): string | undefined {
    return tokens.find((token) => this.#take(token));
  }

  #expect(token: string): void {
    if (!this.#take(token)) throw new JqError(`"${token}" is missing before "${this.#peek()}"`, 3);
  }
}

function beyond(what: string): JqError {
  return new JqError(`syntax error, or syntax that is not supported in this page: ${what}`, 3);
}

function literal(token: string): string {
  return JSON.parse(token);
}
