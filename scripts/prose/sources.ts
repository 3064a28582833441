import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { isMap, isScalar, LineCounter, parseDocument, visit } from "yaml";
import type { Text } from "./lint.ts";

/** A release removes all changesets. Every other pattern has files. */
const CHANGESETS = ".changeset/*.md";
const PAGES = [
  "*.md",
  CHANGESETS,
  "apps/docs/content/**/*.md",
  "apps/docs/docs/**/*.mdx",
  "apps/*/README.md",
  "benchmarks/README.md",
  "decisions/*.md",
  "examples/README.md",
  "openapi/*.md",
  "packages/*/README.md",
  "packages/sdk-conformance/behaviours/README.md",
];
const PROGRAMS = [
  "packages/{api,api-key,generator,mock-server,sdk}/src/**/*.ts",
  "apps/server/src/**/*.ts",
];

/** Reads the prose of the repository: pages, the contract's descriptions, and error messages. */
export function readProse(root: string): readonly Text[] {
  return [
    ...filesOf(root, PAGES, /\/generated\/|CHANGELOG/).map((file) => pageOf(root, file)),
    ...filesOf(root, ["openapi/{openapi,{components,paths,webhooks}/**/*}.yaml"]).flatMap((file) =>
      descriptionsIn(file, readFileSync(join(root, file), "utf8")),
    ),
    ...filesOf(root, PROGRAMS, /\/generated\/|\.test\.ts$/).flatMap((file) =>
      messagesIn(file, readFileSync(join(root, file), "utf8")),
    ),
  ];
}

function filesOf(root: string, patterns: readonly string[], except = /^$/): readonly string[] {
  const files = patterns.flatMap((pattern) => {
    const found = globSync(pattern, {
      cwd: root,
      exclude: (name) => name.endsWith("node_modules"),
    });
    if (found.length === 0 && pattern !== CHANGESETS)
      throw new Error(`scripts/prose/sources.ts: no file matches ${pattern}.`);
    return found;
  });
  return files.filter((file) => !except.test(`/${file}`)).toSorted();
}

function pageOf(root: string, file: string): Text {
  const text = readFileSync(join(root, file), "utf8");
  return { file, text, line: 1, form: file.endsWith(".mdx") ? "mdx" : "markdown" };
}

/** Finds the descriptions and summaries in a file of the contract. */
export function descriptionsIn(file: string, source: string): readonly Text[] {
  const lines = new LineCounter();
  const found: Text[] = [];
  visit(parseDocument(source, { lineCounter: lines }), {
    Pair(_, { key, value }) {
      const isProse =
        isScalar(key) && /^(?:description|summary|x-security-reason)$/.test(`${key.value}`);
      // `x-enumDescriptions` maps values to their meanings.
      const isMeaning = isScalar(key) && /descriptions$/i.test(`${key.value}`) && isMap(value);
      const texts = isMeaning ? value.items.map((item) => item.value) : isProse ? [value] : [];
      for (const text of texts) {
        if (!isScalar(text) || typeof text.value !== "string") continue;
        const { line } = lines.linePos(text.range?.[0] ?? 0);
        found.push({ file, text: text.value, line, form: "markdown" });
      }
    },
  });
  return found;
}

/** Finds the error messages in a source file. Values inside a message become code. */
export function messagesIn(file: string, source: string): readonly Text[] {
  const program = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: Text[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && /Error$/.test(node.expression.getText()))
      for (const argument of node.arguments ?? []) {
        const text = messageOf(argument);
        if (text === undefined) continue;
        const line = program.getLineAndCharacterOfPosition(argument.getStart()).line + 1;
        found.push({ file, text, line, form: "markdown" });
      }
    ts.forEachChild(node, look);
  };
  look(program);
  return found;
}

function messageOf(node: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return (
    node.head.text + node.templateSpans.map(({ literal }) => `\`value\`${literal.text}`).join("")
  );
}
