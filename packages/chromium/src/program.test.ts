import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isProgram, startFailure } from "./program.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "program-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function script(text: string, mode = 0o755): Promise<string> {
  const path = join(folder, "browser");
  await writeFile(path, `#!/bin/sh\n${text}\n`);
  await chmod(path, mode);
  return path;
}

describe.skipIf(process.platform === "win32")("a program", () => {
  test("is an executable file", async () => {
    expect(await isProgram(await script("exit 0"))).toBe(true);
  });

  test("is not a file without the right to execute it", async () => {
    expect(await isProgram(await script("exit 0", 0o644))).toBe(false);
  });

  test("is not a folder, and not a path without a file", async () => {
    expect(await isProgram(folder)).toBe(false);
    expect(await isProgram(join(folder, "nothing"))).toBe(false);
  });

  test("starts if it prints its version", async () => {
    expect(await startFailure(await script('[ "$1" = --version ]'))).toBeUndefined();
  });

  test("starts with the variables that it needs", async () => {
    const path = await script('[ "$FONTCONFIG_FILE" = /fonts.conf ]');

    expect(await startFailure(path, { FONTCONFIG_FILE: "/fonts.conf" })).toBeUndefined();
    expect(await startFailure(path)).toContain("Command failed");
  });

  test("that does not start says why in a line", async () => {
    const path = await script("echo 'libnss3.so: not found' >&2; echo more >&2; exit 127");

    expect(await startFailure(path)).toBe("libnss3.so: not found");
  });
});
