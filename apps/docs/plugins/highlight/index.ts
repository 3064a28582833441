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
 * the site is built, so that no page carries a highlighter.
 */
export function highlight(code: string, language: string): string {
  const name = names[language] ?? language;
  const grammar = Prism.languages[name];
  return grammar === undefined
    ? Prism.util.encode(code).toString()
    : Prism.highlight(code, grammar, name);
}
