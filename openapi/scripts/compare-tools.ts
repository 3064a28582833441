import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { groups } from "../test/comparison/cases.ts";
import { askOthers } from "../test/comparison/others.ts";
import { keyOf, marker, type Said, tablesOf } from "../test/comparison/page.ts";

/** Runs the other tools and writes their results to comparison.md. Takes the path of oasdiff as an argument. */
const [oasdiff = "oasdiff"] = process.argv.slice(2);
const folder = join(import.meta.dirname, "..");
const page = join(folder, "comparison.md");

const sayings: { [key: string]: Said } = {};
for (const { title, cases } of groups) {
  for (const change of cases) {
    sayings[keyOf(title, change.change)] = askOthers(change, oasdiff);
  }
}
writeFileSync(
  join(folder, "test/comparison/sayings.json"),
  `${JSON.stringify(sayings, undefined, 2)}\n`,
);
const [text] = readFileSync(page, "utf8").split(marker);
writeFileSync(page, `${text}${marker}\n\n${tablesOf(sayings)}\n`);
