import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { brokenLinks } from "../prose/links.ts";
import { lintProse } from "../prose/lint.ts";
import { descriptionsIn, messagesIn } from "../prose/sources.ts";

async function rulesOf(text: string, form: "markdown" | "mdx" = "markdown"): Promise<string[]> {
  const findings = await lintProse({ file: "page.md", text, line: 1, form });
  return findings.map(({ rule }) => rule);
}

test.each([
  ["The body is no JSON.", "is-no"],
  ["The sandbox is drawn anew.", "archaic"],
  ["Where a key is expired, requests fail.", "where-for-if"],
  ["Hooks are told of each request.", "told-of"],
  ["The key is to be replaced.", "is-to-be"],
  ["It cannot be had.", "to-be-had"],
  ["Whoever has the URL can fetch it.", "whoever"],
  ["It says to whom the key belongs.", "whom"],
  ["What is sent depends on the key.", "what-for-a-noun"],
  ["Each answer has the limits.", "answer-for-response"],
  ["Ignore members of a response that you do not know.", "member-for-field"],
  ["It goes on with the next page.", "goes-on"],
  ["Keys are secret. So are URLs.", "inversion"],
  ["Set a limit, e.g. 20.", "latin"],
  ["Simply press Run.", "belittling"],
  ["It retries in order to succeed.", "wordy"],
  ["Click on Run.", "click-on"],
  ["## What is promised", "what-for-a-noun"],
  ["## How keys are made", "riddle-heading"],
  ["The the key.", "retext-repeated-words"],
  ["It is a error.", "retext-indefinite-article"],
  [`The key ${"is long and ".repeat(17)} long.`, "long-sentence"],
])("finds %j: %s", async (text, rule) => {
  expect(await rulesOf(text)).toContain(rule);
});

test.each([
  "There is no key that fits. The key is no longer valid. It is no more than a name.",
  "Write `the body is no JSON` as it is, and `e.g.` too.",
  "```text\nWhoever has it\n```",
  "## How to rotate a key",
  "Where is the key? What is sent?",
  "An account can make 100 requests per second.",
])("finds nothing in %j", async (text) => {
  expect(await rulesOf(text)).toEqual([]);
});

test("text inside the components of a page is prose, and a finding has its line", async () => {
  const text = '---\ntitle: Key\n---\n\n<div className="a">\n\nWhoever has it.\n\n</div>\n';
  const findings = await lintProse({ file: "a.mdx", text, line: 1, form: "mdx" });
  expect(findings).toMatchObject([{ file: "a.mdx", line: 7, rule: "whoever" }]);
});

test("the contract's descriptions are read, with those of enum values, and nothing else", () => {
  const source =
    "description: One.\nexample: Two.\nx-enumDescriptions:\n  A: Three.\nitems:\n  summary: |\n    Four.\n";
  const texts = descriptionsIn("a.yaml", source);
  expect(texts.map(({ text, line }) => [text.trim(), line])).toEqual([
    ["One.", 1],
    ["Three.", 4],
    ["Four.", 6],
  ]);
});

test("the messages of errors are read; a value in one is code", () => {
  const source = `const a = "No.";\nthrow new MockError(\`The \${a} is no key.\`, { cause: "No." });`;
  expect(messagesIn("a.ts", source)).toEqual([
    { file: "a.ts", text: "The `value` is no key.", line: 2, form: "markdown" },
  ]);
});

const root = fileURLToPath(new URL("../..", import.meta.url));

test.each([
  ["[a](nowhere.md)", "There is no nowhere.md."],
  ["[a](decisions/nowhere/)", "There is no decisions/nowhere/."],
  ["[a](#nowhere)", "README.md has no heading #nowhere."],
  ["[a](openapi/README.md#nowhere)", "openapi/README.md has no heading #nowhere."],
])("finds the broken link in %s", (text, advice) => {
  const page = { file: "README.md", text: `The\n${text}`, line: 1, form: "markdown" } as const;
  expect(brokenLinks(root, page)).toMatchObject([{ rule: "broken-link", line: 2, advice }]);
});

test("takes links to files, folders, headings, and other places", () => {
  const text =
    "[a](#commands) [b](openapi) [c](decisions/README.md) [d](/reference) [e](https://example.com#f)";
  expect(brokenLinks(root, { file: "README.md", text, line: 1, form: "markdown" })).toEqual([]);
});
