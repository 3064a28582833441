import "./manual.ts";
import Prism from "prismjs/components/prism-core";
import "prismjs/components/prism-clike";
import "prismjs/components/prism-javascript";
import "prismjs/components/prism-typescript";
import "prismjs/components/prism-json";
import "prismjs/components/prism-bash";
import "prismjs/components/prism-python";

const names: Readonly<Record<string, string>> = {
  js: "javascript",
  ts: "typescript",
  py: "python",
  sh: "bash",
  shell: "bash",
};

/**
 * Code as HTML, with a class for each token; a language that these pages do not use stays plain. Docusaurus's own
 * highlighter brings twenty languages to every page, which is a tenth of its weight.
 */
export function highlight(code: string, language: string): string {
  const name = names[language] ?? language;
  const grammar = Prism.languages[name];
  return grammar === undefined
    ? Prism.util.encode(code).toString()
    : Prism.highlight(code, grammar, name);
}
