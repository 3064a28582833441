import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const MAIN = join(import.meta.dirname, "../soak/main.ts");
const run = promisify(execFile);

test("a download that is killed at random points is never wrong or incomplete", async () => {
  const { stdout } = await run(process.execPath, [MAIN, "sdk-download", "--rounds", "10"]);
  expect(stdout).toMatch(/^10 rounds, \d+ downloads killed: no file was wrong/);
}, 120_000);
