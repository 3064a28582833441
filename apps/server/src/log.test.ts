import { expect, test } from "vitest";
import { createLog, type Log, type LogLevel } from "./log.ts";

const KEY = "sinkove_test_0123456789abcdefghijABCDEFGHIJ01234567";

function linesOf(level: LogLevel, use: (log: Log) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  use(createLog({ level, write: (line) => lines.push(line), clock: () => 0 }));
  return lines.map((line) => JSON.parse(line));
}

test("writes a line of JSON with time, level, message and members", () => {
  const lines = linesOf("info", (log) => log.info("request", { status: 200, apiKeyId: undefined }));
  const time = "1970-01-01T00:00:00.000Z";
  expect(lines).toEqual([{ time, level: "info", message: "request", status: 200 }]);
});

test.each([
  ["silent", []],
  ["error", ["error"]],
  ["warn", ["warn", "error"]],
  ["info", ["info", "warn", "error"]],
] as const)("writes at the level %s: %j", (level, written) => {
  const lines = linesOf(level, (log) => {
    log.info("one");
    log.warn("two");
    log.error("three");
  });
  expect(lines.map((line) => line.level)).toEqual(written);
});

test("hides a key in a message and in a member, and stays JSON", () => {
  const [line] = linesOf("info", (log) => log.info(`sent ${KEY}`, { error: KEY, next: "kept" }));
  expect(JSON.stringify(line)).not.toContain("0123456789");
  expect(line).toMatchObject({ next: "kept" });
});
