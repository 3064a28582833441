import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A step on a page: a change of a file, or a command with its expected output. */
export type Step =
  | { readonly kind: "change"; readonly file: string; readonly diff: string }
  | { readonly kind: "run"; readonly command: string; readonly says: readonly string[] };

/**
 * The steps in a section of a Markdown page. A block of `diff` changes the file that was last named in a line before it.
 * A block of `sh` is a command, and a following block of `text` has lines of its output.
 */
export function stepsOf(markdown: string): readonly Step[] {
  const steps: Step[] = [];
  let file = "";
  for (const [block, name, language, text = ""] of markdown.matchAll(
    /^`([\w./-]+\.\w+)`|^```(diff|sh|text)\n([\s\S]*?)^```$/gm,
  )) {
    if (name !== undefined) file = name;
    else if (language === "diff") steps.push({ kind: "change", file, diff: text });
    else if (language === "sh") steps.push({ kind: "run", command: text.trim(), says: [] });
    else steps.push(expecting(steps.pop(), text, block));
  }
  return steps;
}

function expecting(step: Step | undefined, text: string, block: string): Step {
  if (step?.kind !== "run") throw new Error(`No command comes before this output:\n${block}`);
  return { ...step, says: text.trim().split("\n") };
}

/** Applies a diff to the only place in a text that matches it. */
export function changed(text: string, diff: string): string {
  const lines = diff.trimEnd().split("\n");
  const part = (without: string): string =>
    lines
      .filter((line) => !line.startsWith(without))
      .map((line) => `${line.slice(1)}\n`)
      .join("");
  const pieces = text.split(part("+"));
  if (pieces.length === 2) return pieces.join(part("-"));
  throw new Error(`This text occurs in ${pieces.length - 1} places instead of one:\n${part("+")}`);
}

/** Runs a step in a copy of the repository. Returns the expected lines that a command did not print. */
export function take(step: Step, copy: string): readonly string[] {
  if (step.kind === "change") {
    const file = join(copy, step.file);
    writeFileSync(file, changed(readFileSync(file, "utf8"), step.diff));
    return [];
  }
  const [program = "", ...args] = step.command.split(" ");
  if (program !== "npm") throw new Error(`Only npm commands are supported, not ${step.command}.`);
  const npm = join(root, "node_modules/npm/bin/npm-cli.js");
  const { stdout, stderr } = spawnSync(process.execPath, [npm, ...args], {
    cwd: copy,
    encoding: "utf8",
    maxBuffer: 1e9,
    // The copy's environment, without variables of the run that this test is part of.
    env: { ...process.env, TURBO_HASH: "", INIT_CWD: copy },
  });
  const printed = `${stdout}${stderr}`;
  const missing = step.says.filter((line) => !printed.includes(line));
  return missing.map((line) => `${step.command} did not print "${line}":\n${printed}`);
}
