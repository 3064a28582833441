import { ShellSyntaxError } from "./syntax.ts";

/** A here-document whose text begins on the next line. */
interface PendingDocument {
  readonly end: string;
  readonly stripTabs: boolean;
  readonly take: (text: string) => void;
}

/** Reads a script character by character. */
export class Reader {
  readonly #text: string;
  #position = 0;
  #documents: PendingDocument[] = [];

  constructor(text: string) {
    this.#text = text.replaceAll("\r\n", "\n");
  }

  get position(): number {
    return this.#position;
  }

  get isAtEnd(): boolean {
    return this.#position >= this.#text.length;
  }

  get line(): number {
    return this.#text.slice(0, this.#position).split("\n").length;
  }

  peek(length = 1): string {
    return this.#text.slice(this.#position, this.#position + length);
  }

  next(): string {
    const character = this.#text[this.#position++] ?? "";
    if (character === "\n") this.#readDocuments();
    return character;
  }

  /** Skips a text if it comes next. Returns whether it did. */
  take(text: string): boolean {
    if (!this.#text.startsWith(text, this.#position)) return false;
    for (const _ of text) this.next();
    return true;
  }

  /** Skips the text that a pattern matches at the current position, and returns it. */
  match(pattern: RegExp): string | undefined {
    const sticky = new RegExp(pattern.source, "y");
    sticky.lastIndex = this.#position;
    const [found] = sticky.exec(this.#text) ?? [];
    if (found !== undefined) for (const _ of found) this.next();
    return found;
  }

  looksAt(pattern: RegExp): boolean {
    const sticky = new RegExp(pattern.source, "y");
    sticky.lastIndex = this.#position;
    return sticky.test(this.#text);
  }

  /** Skips blanks, line continuations and comments, and with `lines` also line ends. */
  skipBlanks(lines = false): void {
    while (this.match(lines ? /[ \t\n]|\\\n/ : /[ \t]|\\\n/) !== undefined) {
      // Each match moves the position.
    }
    if (this.match(/#[^\n]*/) !== undefined) this.skipBlanks(lines);
  }

  announceDocument(document: PendingDocument): void {
    this.#documents.push(document);
  }

  fail(message: string): never {
    throw new ShellSyntaxError(this.line, message);
  }

  #readDocuments(): void {
    const documents = this.#documents;
    this.#documents = [];
    for (const { end, stripTabs, take } of documents) {
      const { line: start } = this;
      const lines: string[] = [];
      for (;;) {
        if (this.isAtEnd) {
          throw new ShellSyntaxError(
            start - 1,
            `The here-document has no end. It needs a line ${end}.`,
          );
        }
        const stop = this.#text.indexOf("\n", this.#position);
        const last = stop < 0 ? this.#text.length : stop;
        const line = this.#text.slice(this.#position, last).replace(stripTabs ? /^\t+/ : /^/, "");
        this.#position = last + 1;
        if (line === end) break;
        lines.push(`${line}\n`);
      }
      take(lines.join(""));
    }
  }
}
