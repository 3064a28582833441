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
 * Code as HTML, with a class for each token; a language that these pages do not use stays plain. It is done when
 * the site is built, so that no page carries a highlighter. The editor, which is loaded on Edit, has its own copy.
 */
export function highlight(code: string, language: string): string {
  const name = names[language] ?? language;
  const grammar = Prism.languages[name];
  return grammar === undefined
    ? Prism.util.encode(code).toString()
    : Prism.highlight(code, grammar, name);
}

/** A piece of code that has a colour, in characters from the start. */
export interface CodeToken {
  readonly from: number;
  readonly to: number;
  /** What `highlight` gives it as classes. */
  readonly types: readonly string[];
}

/** The tokens of code, each before those within it. */
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
