/**
 * Runs all checks and tests. The last line has the counts: `N passed, N failed`, and `, N skipped` if the machine lacks
 * something that tests need.
 */
import { globSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runChecks } from "./checks.ts";
import { countTests, describeFailed, namesOfSkipped, summaryOf } from "./count-tests.ts";
import { describeMissing, findMissing, isVital } from "./prerequisites.ts";
import { makeEnvironments } from "./python-environments.ts";
import { createStopSignal } from "./stop-signal.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const signal = createStopSignal();
const results = ["scripts", "openapi", "examples", "benchmarks", "packages/*", "apps/*"].map(
  (folder) => `${folder}/test-results`,
);

const missing = await findMissing();
if (missing.length > 0) console.error(describeMissing(missing));
if (missing.some(isVital)) process.exit(1);
try {
  const isOld = missing.some(({ name }) => name === "newerPython");
  await makeEnvironments({ isOld, signal, say: console.log });
} catch (error) {
  const told = error instanceof Error ? error.message : `${error}`;
  console.error(signal.aborted ? `Stopped: ${signal.reason}.` : told);
  process.exit(1);
}
// Keeps Turborepo from reusing results with left-out tests on a machine that can run all tests.
if (missing.length > 0) process.env.SINKOVE_LEFT_OUT = missing.map(({ name }) => name).join();

for (const folder of globSync(results, { cwd: root }))
  rmSync(`${root}/${folder}`, { recursive: true });
const isDone = await runChecks(["test:scripts", "test", "test:e2e"], signal);
if (signal.aborted) {
  console.error(`Stopped: ${signal.reason}.`);
  process.exit(1);
}

const reports = globSync(
  results.map((folder) => `${folder}/*.xml`),
  { cwd: root },
);
const texts = reports.map((file) => readFileSync(`${root}/${file}`, "utf8"));
const counts = countTests(texts);
const { passed, failures, skipped } = counts;
if (!isDone && failures === 0) console.log("No test failed, but a check did. Its output is above.");
for (const description of describeFailed(texts)) console.log(`Failed: ${description}`);
// Nobody would notice tests that a CI run leaves out.
const isIncomplete = Boolean(process.env.CI) && skipped > 0;
if (skipped > 0) {
  for (const name of namesOfSkipped(texts)) console.log(`Skipped: ${name}`);
  if (isIncomplete) console.log("CI is set, so a skipped test fails the run.");
}
console.log(summaryOf(counts));
process.exitCode = !isDone || failures > 0 || isIncomplete || passed === 0 ? 1 : 0;
