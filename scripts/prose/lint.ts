import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import remarkRetext from "remark-retext";
import retextEnglish from "retext-english";
import retextIndefiniteArticle from "retext-indefinite-article";
import retextRepeatedWords from "retext-repeated-words";
import { type Processor, unified } from "unified";
import { VFile } from "vfile";
import { MOST_WORDS, PHRASES, type Phrase, RIDDLE } from "./vocabulary.ts";

/** A text with its position in the repository. */
export interface Text {
  /** Relative to the repository. */
  readonly file: string;
  readonly text: string;
  /** The line of the file in which the text begins, from 1. */
  readonly line: number;
  readonly form: "markdown" | "mdx";
}

export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  /** The sentence, or the part of it that shows the problem. */
  readonly excerpt: string;
  readonly advice: string;
}

/** A node of a Markdown tree or of a natural language tree. */
export interface Node {
  readonly type: string;
  readonly value?: string;
  /** The URL of a link. */
  readonly url?: string;
  readonly children?: readonly Node[];
  readonly position?: { readonly start: { readonly line: number } } | undefined;
}

// In two steps, because a single chain has a type that remark-retext does not accept.
const english = unified().use(retextEnglish);
english
  .use(retextRepeatedWords)
  .use(retextIndefiniteArticle)
  .use(() => checkSentences);

const processors: Readonly<Record<Text["form"], Processor>> = {
  markdown: markdown().use(remarkRetext, english) as unknown as Processor,
  mdx: markdown().use(remarkMdx).use(remarkRetext, english) as unknown as Processor,
};

function markdown() {
  return unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkGfm)
    .use(() => checkHeadings);
}

/** Returns the violations of all rules in a text. Ignores code. */
export async function lintProse({ file, text, line, form }: Text): Promise<Finding[]> {
  const processor = processors[form];
  const page = new VFile(text);
  await processor.run(processor.parse(page), page);
  return page.messages.map((message) => ({
    file,
    line: line + (message.line ?? 1) - 1,
    rule: (message.source === "prose" ? message.ruleId : message.source) ?? "prose",
    excerpt: message.note ?? message.actual ?? "",
    advice: message.reason,
  }));
}

/** Parses a page. */
export function parseMarkdown({ text, form }: Pick<Text, "text" | "form">): Node {
  return processors[form].parse(text);
}

function checkHeadings(tree: Node, page: VFile): void {
  for (const heading of nodesOf(tree, "heading")) report(page, heading, RIDDLE);
}

function checkSentences(tree: Node, page: VFile): void {
  for (const sentence of nodesOf(tree, "SentenceNode")) {
    for (const phrase of PHRASES) report(page, sentence, phrase);
    const words = textOf(sentence).split(/\s+/).length;
    if (words > MOST_WORDS) {
      const advice = `The sentence has ${words} words. Make two of it, or a list.`;
      report(page, sentence, { rule: "long-sentence", pattern: /^.{60}/s, advice });
    }
  }
}

function report(page: VFile, node: Node, { rule, pattern, advice }: Phrase): void {
  const text = textOf(node).trim();
  const found = pattern.exec(text);
  if (found === null) return;
  const message = page.message(advice, { ruleId: rule, source: "prose" });
  message.line = node.position?.start.line;
  message.note = text.slice(Math.max(0, found.index - 30), found.index + found[0].length + 30);
}

/** Finds all nodes of a type in a tree, in order. */
export function* nodesOf(node: Node, type: string): Generator<Node> {
  if (node.type === type) yield node;
  for (const child of node.children ?? []) yield* nodesOf(child, type);
}

/** Returns the text of a node, with two backticks instead of code. */
function textOf({ type, value = "", children }: Node): string {
  if (type === "SourceNode" || type === "inlineCode") return "``";
  return children ? children.map(textOf).join("") : value.replaceAll(/\s+/g, " ");
}
