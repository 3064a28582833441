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

/** Prose, and where it is. */
export interface Text {
  /** Relative to the repository. */
  readonly file: string;
  readonly text: string;
  /** Where the text begins in the file; 1 is the first line. */
  readonly line: number;
  readonly form: "markdown" | "mdx";
}

export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  /** The sentence, or as much of it as shows the fault. */
  readonly excerpt: string;
  readonly advice: string;
}

/** A node of either tree: of Markdown's, and of natural language. */
export interface Node {
  readonly type: string;
  readonly value?: string;
  /** Of a link. */
  readonly url?: string;
  readonly children?: readonly Node[];
  readonly position?: { readonly start: { readonly line: number } } | undefined;
}

// In two steps: with them in one, the type is no longer that of a processor that remark-retext takes.
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

/** Everything in a text that the rules speak against. Code is left out. */
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

/** The tree of a page. */
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

/** All nodes of a type in a tree, in order. */
export function* nodesOf(node: Node, type: string): Generator<Node> {
  if (node.type === type) yield node;
  for (const child of node.children ?? []) yield* nodesOf(child, type);
}

/** A text in which code is two backticks. */
function textOf({ type, value = "", children }: Node): string {
  if (type === "SourceNode" || type === "inlineCode") return "``";
  return children ? children.map(textOf).join("") : value.replaceAll(/\s+/g, " ");
}
