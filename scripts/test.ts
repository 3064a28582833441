/** Runs everything that has to hold, and ends with the counts: `N passed, N failed`. */
import { globSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { countTests } from "./count-tests.ts";
import { createStopSignal } from "./stop-signal.ts";
import { runTurbo } from "./turbo.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const signal = createStopSignal();
const results = ["scripts", "openapi", "examples", "benchmarks", "packages/*", "apps/*"].map(
  (folder) => `${folder}/test-results`,
);

const tasks = [
  "lint",
  "check:unused",
  "check:lockfile",
  "typecheck",
  "test:scripts",
  "test",
  "test:e2e",
];

for (const folder of globSync(results, { cwd: root }))
  rmSync(`${root}/${folder}`, { recursive: true });
// The generated files come first: everything else reads them.
const steps = [
  ["run", "check:generated", "--output-logs=new-only"],
  ["boundaries"],
  ["run", ...tasks, "--output-logs=new-only", "--continue"],
];
let failed = false;
for (const step of steps) {
  failed = !(await runTurbo(step, { signal }));
  if (failed) break;
}
if (signal.aborted) {
  console.error(`Stopped: ${signal.reason}.`);
  process.exit(1);
}

const reports = globSync(
  results.map((folder) => `${folder}/*.xml`),
  { cwd: root },
);
const { passed, failures } = countTests(
  reports.map((file) => readFileSync(`${root}/${file}`, "utf8")),
);
if (failed && failures === 0) console.log("Every test that ran passed, but a check above did not.");
console.log(`${passed} passed, ${failures} failed`);
process.exitCode = failed || failures > 0 || passed === 0 ? 1 : 0;
