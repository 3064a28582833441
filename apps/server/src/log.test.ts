import type { LogEntry } from "@sinkove/api";
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

test("writes what the API says of a request, the time first", () => {
  const lines: string[] = [];
  const log = createLog({ level: "info", write: (line) => lines.push(line), clock: () => 0 });
  const facts = { requestId: "an id", method: "GET", operationId: "getMe", status: 200 };
  const entry: LogEntry = { level: "info", message: "request", ...facts, durationMs: 12.5 };
  log.write(entry);
  expect(lines).toEqual([
    `{"time":"1970-01-01T00:00:00.000Z","level":"info","message":"request","requestId":"an id","method":"GET","operationId":"getMe","status":200,"durationMs":12.5}\n`,
  ]);
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

test("shows as much of a key as it is recognised by, where it says that it is that", () => {
  const [line] = linesOf("info", (log) =>
    log.info("request", { keyPrefix: "sinkove_live_abcd", reason: "sinkove_live_abcd" }),
  );
  expect(line).toMatchObject({ keyPrefix: "sinkove_live_abcd", reason: "sinkove_live_…" });
  const [whole] = linesOf("info", (log) => log.info("request", { keyPrefix: KEY }));
  expect(JSON.stringify(whole)).not.toContain("0123456789");
});
