import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);

test("every export is documented, and every link of its documentation leads somewhere", async () => {
  const typedoc = join(import.meta.dirname, "../../../node_modules/typedoc/bin/typedoc");
  const said = await run(process.execPath, [typedoc, "--emit", "none", "--logLevel", "Warn"], {
    cwd: join(import.meta.dirname, ".."),
  }).then(
    ({ stdout, stderr }) => stdout + stderr,
    ({ stdout, stderr }: { stdout: string; stderr: string }) => stdout + stderr,
  );
  expect(said).toBe("");
}, 120_000);
