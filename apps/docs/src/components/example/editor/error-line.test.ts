import { expect, test } from "vitest";
import type { RunState } from "../run-state.ts";
import { errorLine } from "./error-line.ts";

function ended(stderr: string, status = 1): Pick<RunState, "phase" | "status" | "outputs"> {
  return {
    phase: "ended",
    status,
    outputs: [
      { stream: "stdout", text: "hello.ts:9\nline 9: a\n" },
      { stream: "stderr", text: stderr },
    ],
  };
}

test.each([
  ["ts", "hello.ts", "hello.ts:2\nconst = 1;\n      ^\n\nSyntaxError: Unexpected token\n", 2],
  ["sh", "hello.sh", "line 3: syntax error near )\n", 3],
  ["py", "hello.py", '  File "hello.py", line 4\n    def f(:\n', 4],
  [
    "py",
    "hello.py",
    'Traceback:\n  File "hello.py", line 7, in <module>\n  File "hello.py", line 2, in call\n  File "/lib/json.py", line 5, in loads\n',
    2,
  ],
  ["ts", "hello.ts", "Error: no line\n", undefined],
  ["ts", "a+b.ts", "aab.ts:2\n", undefined],
  ["ts", "a+b.ts", "a+b.ts:2\n", 2],
] as const)("an error in %s, %s", (language, name, stderr, line) => {
  expect(errorLine(language, name, ended(stderr))).toBe(line);
});

test("a run that has not failed has no error line", () => {
  const stderr = "hello.ts:2\n";
  expect(errorLine("ts", "hello.ts", ended(stderr, 0))).toBeUndefined();
  const running = { ...ended(stderr), phase: "running" } as const;
  expect(errorLine("ts", "hello.ts", running)).toBeUndefined();
});
