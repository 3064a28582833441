/**
 * Generates all code from the contract again and type-checks everything that uses it, in both languages. Prints each
 * error once. Arguments go to Turborepo, such as `--filter=@sinkove/api`.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createErrorPrinter } from "./compiler-errors.ts";
import { createStopSignal } from "./stop-signal.ts";
import { runTurbo } from "./turbo.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const filters = process.argv.slice(2);
const signal = createStopSignal();
const printer = createErrorPrinter(console.log);

/** The longest time without a sign that it works, in milliseconds. */
const LONGEST_SILENCE = 10_000;
const STARTED = /^(\S+):(generate|typecheck): cache (?:miss|bypass)/;
let step = "getting ready";
setInterval(() => {
  console.error(`${Math.round(performance.now() / 1000)} s  still ${step}`);
}, LONGEST_SILENCE).unref();

function take(line: string): void {
  const [, name, task] = STARTED.exec(line) ?? [];
  if (name !== undefined) step = task === "generate" ? `generating ${name}` : `checking ${name}`;
  printer.take(line);
}

console.log("Generating code from the contract and compiling everything that uses it…");
const isGenerated = await runTurbo(["run", "generate", "--output-logs=errors-only"], {
  signal,
  onLine: take,
});
if (!isGenerated) {
  if (signal.aborted) stop();
  printer.explain();
  process.exit(1);
}
const isTyped = await runTurbo(["run", "typecheck", "--continue", ...filters], {
  signal,
  onLine: take,
});
if (signal.aborted) stop();
step = "checking @sinkove/sdk-python";
// With filters, Python is left out.
const isPythonRight = filters.length > 0 || (await checkPython());
if (!isTyped) printer.explain();
if (isTyped && isPythonRight) console.log("Everything that uses the contract compiles.");
process.exitCode = isTyped && isPythonRight ? 0 : 1;

function stop(): never {
  console.error("Stopped: not everything was checked.");
  process.exit(1);
}

async function checkPython(): Promise<boolean> {
  return (await python("scripts/generate.py")) && (await python("-m", "mypy", "--no-pretty"));
}

async function python(...args: readonly string[]): Promise<boolean> {
  const cwd = `${root}/packages/sdk-python`;
  const child = spawn(process.execPath, ["scripts/python.ts", ...args], { cwd, signal });
  for (const stream of [child.stdout, child.stderr])
    createInterface(stream).on("line", (line) =>
      printer.take(`@sinkove/sdk-python:types: ${line}`),
    );
  const [code] = await once(child, "close").catch((error: Error) => {
    if (signal.aborted) stop();
    throw error;
  });
  return code === 0;
}
