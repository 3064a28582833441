import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { candidates } from "./candidates.ts";

function pyenvWith(versions: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), "sinkove-pyenv-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const version of versions) mkdirSync(join(root, "versions", version), { recursive: true });
  return root;
}

test("SINKOVE_PYTHON is the only candidate", () => {
  const env = { SINKOVE_PYTHON: "/opt/python", PYENV_ROOT: pyenvWith(["3.12.1"]) };
  expect(candidates({ env, platform: "linux" })).toEqual([["/opt/python"]]);
});

test("newer Pythons are tried first, and those of pyenv last", () => {
  const root = pyenvWith(["3.9.1", "3.10.13", "3.12.1"]);
  expect(candidates({ env: { PYENV_ROOT: root }, platform: "linux" })).toEqual([
    ...["python3.14", "python3.13", "python3.12", "python3.11", "python3.10"].map((each) => [each]),
    ["python3"],
    ["python"],
    ...["3.12.1", "3.10.13", "3.9.1"].map((each) => [join(root, "versions", each, "bin/python3")]),
  ]);
});

test("on Windows, the launcher is tried with each release", () => {
  const root = pyenvWith(["3.12.1"]);
  const found = candidates({ env: { PYENV_ROOT: root }, platform: "win32" });
  expect(found).toContainEqual(["py", "-3.12"]);
  expect(found).toContainEqual([join(root, "versions", "3.12.1", "python.exe")]);
});
