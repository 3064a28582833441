/** A part of a word. Quoted parts are not split, and are kept even if they are empty. */
export type WordPart =
  | { readonly kind: "text"; readonly text: string; readonly quoted: boolean }
  | {
      readonly kind: "variable";
      readonly name: string;
      readonly quoted: boolean;
      /** The operator and the word of `${NAME:-word}` and similar expansions. */
      readonly otherwise?: { readonly operator: string; readonly word: Word };
    }
  | { readonly kind: "substitution"; readonly script: Script; readonly quoted: boolean }
  | { readonly kind: "arithmetic"; readonly expression: Word; readonly quoted: boolean };

export type Word = readonly WordPart[];

/** A redirect such as `> file`, `2>&1` or `<<EOF`. The target of a here-document is its text. */
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

/** A pipeline, and the operator before it. */
export interface Step {
  readonly after: ";" | "&&" | "||";
  readonly pipeline: Pipeline;
}

export type Script = readonly Step[];

/** Thrown if a script is invalid, or has unsupported syntax. */
export class ShellSyntaxError extends Error {
  override readonly name: string = "ShellSyntaxError";
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}
