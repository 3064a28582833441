import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const MAIN = join(import.meta.dirname, "../src/main.ts");
const run = promisify(execFile);

async function bench(...args: string[]): Promise<string> {
  return (await run(process.execPath, [MAIN, ...args])).stdout;
}

test("every measure includes a subject of this repository", async () => {
  const lines = (await bench("--json", "--effort", "0.001")).trim().split("\n");
  const rows = lines.map((line) => JSON.parse(line));
  const ours = /@sinkove\/(sdk|mock-server)|sinkove-server|key/;
  const measures = rows.filter(({ subject }) => ours.test(subject));
  expect([...new Set(measures.map(({ measure }) => measure))]).toEqual([
    ...["sequential", "concurrent", "abort", "cold-import", "bundle-size", "type-check"],
    ...["api-cpu", "api-keys", "api-memory", "api-postgres", "mock-throughput", "mock-process"],
  ]);
  for (const { value } of rows) expect(value.median).toEqual(expect.any(Number));
}, 600_000);

test("a single measure prints a table with its target", async () => {
  const text = await bench("--only", "bundle-size");
  expect(text).toMatch(/^Bundle/);
  expect(text).toMatch(/@sinkove\/sdk, lists +[\d.]+ KB +target ≤ 9 KB/);
});

test("an unknown measure is rejected with the names of all measures", async () => {
  await expect(bench("--only", "speed")).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining("sequential, concurrent"),
  });
});
