/** A part of a word. What is quoted is neither split nor dropped when it is empty. */
export type WordPart =
  | { readonly kind: "text"; readonly text: string; readonly quoted: boolean }
  | {
      readonly kind: "variable";
      readonly name: string;
      readonly quoted: boolean;
      /** `${NAME:-word}` and its kin. */
      readonly otherwise?: { readonly operator: string; readonly word: Word };
    }
  | { readonly kind: "substitution"; readonly script: Script; readonly quoted: boolean }
  | { readonly kind: "arithmetic"; readonly expression: Word; readonly quoted: boolean };

export type Word = readonly WordPart[];

/** `> file`, `2>&1`, `<<EOF` and their kin; a here-document's target is its text. */
export interface Redirect {
  readonly descriptor: number;
  readonly operator: ">" | ">>" | ">&" | "<" | "<<" | "<<<";
  readonly target: Word;
}

export interface Assignment {
  readonly name: string;
  readonly value: Word;
}

export type Command =
  | {
      readonly kind: "simple";
      readonly line: number;
      readonly assignments: readonly Assignment[];
      readonly words: readonly Word[];
      readonly redirects: readonly Redirect[];
    }
  | {
      readonly kind: "if";
      readonly branches: readonly { readonly condition: Script; readonly body: Script }[];
      readonly otherwise: Script | undefined;
    }
  | {
      readonly kind: "for";
      readonly name: string;
      readonly words: readonly Word[];
      readonly body: Script;
    }
  | {
      readonly kind: "while";
      readonly until: boolean;
      readonly condition: Script;
      readonly body: Script;
    }
  | { readonly kind: "group"; readonly body: Script };

export interface Pipeline {
  readonly negated: boolean;
  readonly commands: readonly Command[];
}

/** A pipeline, and whether it runs after the one before it. */
export interface Step {
  readonly after: ";" | "&&" | "||";
  readonly pipeline: Pipeline;
}

export type Script = readonly Step[];

/** What is written is no script, or one that is beyond what runs here. */
export class ShellSyntaxError extends Error {
  override readonly name: string = "ShellSyntaxError";
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}
