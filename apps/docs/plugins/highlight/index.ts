import Prism from "prismjs";
import "prismjs/components/prism-typescript.js";
import "prismjs/components/prism-json.js";
import "prismjs/components/prism-bash.js";
import "prismjs/components/prism-python.js";

const names: Readonly<Record<string, string>> = {
  js: "javascript",
  ts: "typescript",
  py: "python",
  sh: "bash",
  shell: "bash",
};

/**
 * Returns code as HTML with a class for each token. Code in a language that the pages do not use stays plain. Code is
 * highlighted when the site is built, so that pages need no highlighter. The editor, which is loaded on Edit, has its
 * own.
 */
export function highlight(code: string, language: string): string {
  const name = names[language] ?? language;
  const grammar = Prism.languages[name];
  return grammar === undefined
    ? Prism.util.encode(code).toString()
    : Prism.highlight(code, grammar, name);
}

/** A token of code with its position, in characters from the start. */
export interface CodeToken {
  readonly from: number;
  readonly to: number;
  /** The classes that `highlight` gives the token. */
  readonly types: readonly string[];
}

/** Returns the tokens of code. A token comes before those inside it. */
export function tokensOf(code: string, language: string): readonly CodeToken[] {
  const grammar = Prism.languages[names[language] ?? language];
  return grammar === undefined ? [] : placed(Prism.tokenize(code, grammar), 0);
}

type Stream = Prism.TokenStream;

function placed(stream: Stream, from: number): readonly CodeToken[] {
  if (typeof stream === "string") return [];
  if (!Array.isArray(stream)) {
    const { type, alias, content, length } = stream;
    return [
      { from, to: from + length, types: [type, alias].flat().filter(Boolean) },
      ...placed(content, from),
    ];
  }
  let position = from;
  return stream.flatMap((each) => {
    const tokens = placed(each, position);
    position += each.length;
    return tokens;
  });
}
