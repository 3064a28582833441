import { expect, test } from "vitest";
import { createErrorPrinter } from "../compiler-errors.ts";

const ERROR = "src/wait.ts(66,15): error TS2339: Property 'state' does not exist.";

function printedFrom(...lines: readonly string[]): string[] {
  const printed: string[] = [];
  const printer = createErrorPrinter((line) => printed.push(line));
  for (const line of lines) printer.take(line);
  printer.explain();
  return printed;
}

test("an error is printed once, with its folder, and without the noise of npm", () => {
  const printed = printedFrom(
    "@sinkove/sdk:build: cache miss, executing 1",
    `@sinkove/sdk:build: ${ERROR}`,
    `@sinkove/sdk:typecheck: ${ERROR}`,
    "@sinkove/sdk:build: npm error Lifecycle script `build` failed with error:",
    '@sinkove/sdk-python:types: src/sinkove/_wait.py:3: error: "Dataset" has no attribute "x"',
  );
  expect(printed).toEqual([
    `packages/sdk/${ERROR}`,
    'packages/sdk-python/src/sinkove/_wait.py:3: error: "Dataset" has no attribute "x"',
  ]);
});

test("without a compiler error, the output of the tasks is printed", () => {
  const line = "@sinkove/docs:build: [ERROR] Docusaurus could not start.";
  expect(printedFrom(line)).toEqual([line]);
});
