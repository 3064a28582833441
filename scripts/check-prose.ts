/** Checks the repository's prose and its links: node scripts/check-prose.ts */
import { fileURLToPath } from "node:url";
import { EXCEPTIONS } from "./prose/exceptions.ts";
import { brokenLinks } from "./prose/links.ts";
import { type Finding, lintProse } from "./prose/lint.ts";
import { readProse } from "./prose/sources.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const texts = readProse(root);
const findings: Finding[] = [];
for (const text of texts) findings.push(...(await lintProse(text)), ...brokenLinks(root, text));

const used = new Set<(typeof EXCEPTIONS)[number]>();
const faults = findings.filter(({ file, rule, excerpt }) => {
  const exception = EXCEPTIONS.find(
    (each) => each.file === file && each.rule === rule && excerpt.includes(each.text),
  );
  if (exception !== undefined) used.add(exception);
  return exception === undefined;
});
for (const { file, line, rule, excerpt, advice } of faults)
  console.log(`${file}:${line}: ${rule}: "${excerpt.trim()}": ${advice}`);
const unused = EXCEPTIONS.filter((exception) => !used.has(exception));
for (const { file, text } of unused)
  console.log(`scripts/prose/exceptions.ts: nothing in ${file} has "${text}" any more.`);
console.log(
  `Prose: ${texts.length} texts, ${faults.length} faults, ${EXCEPTIONS.length} exceptions.`,
);
if (faults.length > 0 || unused.length > 0) process.exitCode = 1;
