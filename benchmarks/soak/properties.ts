// Runs the property tests with other cases than `npm test`: `npm run soak -- properties [--rounds 20] [--seed 7]`.
import { spawn } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

const ROOT = join(import.meta.dirname, "../..");

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "20" }, seed: { type: "string" } },
});
const seeds = values.seed
  ? [Number(values.seed)]
  : Array.from({ length: Number(values.rounds) }, () => Math.floor(Math.random() * 2 ** 31));

const failures: string[] = [];
for (const seed of seeds) {
  for (const [folder, files] of filesWithProperties()) {
    const { isRight, text } = await runTests(folder, { files, seed });
    console.log(`${isRight ? "passed" : "FAILED"}  seed ${seed}  ${folder}`);
    if (isRight) continue;
    console.log(text);
    failures.push(`${folder} with --seed ${seed}`);
  }
}
console.log(
  failures.length === 0 ? `${seeds.length} rounds, no failure` : `Failed: ${failures.join(", ")}`,
);
process.exitCode = failures.length === 0 ? 0 : 1;

/** The files that import fast-check, by package. */
function filesWithProperties(): ReadonlyMap<string, readonly string[]> {
  const packages = globSync(["openapi", "packages/*"], { cwd: ROOT });
  const found = packages.map((folder): [string, string[]] => {
    const cwd = join(ROOT, folder);
    const files = globSync("{src,test}/**/*.ts", { cwd });
    const isProperty = (file: string) =>
      readFileSync(join(cwd, file), "utf8").includes('from "fast-check"');
    return [folder, files.filter(isProperty)];
  });
  return new Map(found.filter(([, files]) => files.length > 0));
}

interface Run {
  readonly files: readonly string[];
  readonly seed: number;
}

/** Runs the tests that use one of the files. */
function runTests(folder: string, { files, seed }: Run) {
  const config = join(ROOT, "vitest.base.ts");
  const args = ["vitest", "related", "--run", "--config", config, "--root", ".", ...files];
  const tests = spawn("npx", args, {
    cwd: join(ROOT, folder),
    env: { ...process.env, FAST_CHECK_SEED: `${seed}`, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const text: string[] = [];
  for (const stream of [tests.stdout, tests.stderr]) {
    stream.setEncoding("utf8").on("data", (part: string) => text.push(part));
  }
  return new Promise<{ readonly isRight: boolean; readonly text: string }>((resolve, reject) => {
    tests.once("error", reject);
    tests.once("close", (code) => resolve({ isRight: code === 0, text: text.join("") }));
  });
}
