import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { findPython } from "./find-python.ts";

const FAULTLESS = "";

/** Creates a machine with programs on its PATH that respond to the probe like Python. */
function machineWith(pythons: Readonly<Record<string, readonly [version: string, lacks: string]>>) {
  const folder = mkdtempSync(join(tmpdir(), "sinkove-pythons-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, [version, lacks]] of Object.entries(pythons)) {
    const file = join(folder, name);
    const answer = JSON.stringify([version, file, lacks]);
    writeFileSync(file, `#!/bin/sh\necho '${answer}'\n`);
    chmodSync(file, 0o755);
  }
  return { folder, env: { PATH: folder, PYENV_ROOT: folder }, platform: "linux" as const };
}

describe.skipIf(process.platform === "win32")("findPython", () => {
  it("uses the newest Python that can create virtual environments", async () => {
    const machine = machineWith({
      "python3.13": ["3.13.0", "ensurepip"],
      "python3.12": ["3.12.1", FAULTLESS],
      "python3.10": ["3.10.13", FAULTLESS],
    });
    const path = join(machine.folder, "python3.12");
    expect(await findPython(10, machine)).toMatchObject({ path, version: "3.12.1" });
  });

  it("reports which Pythons are unsuitable, and why", async () => {
    const machine = machineWith({
      "python3.13": ["3.13.0", "ensurepip"],
      python3: ["3.9.2", FAULTLESS],
    });
    expect(await findPython(10, machine)).toEqual({
      missing:
        "Python 3.10 or later with its venv module was not found; one Python is 3.13.0 without the module ensurepip; one Python is 3.9.2. Install it, or set SINKOVE_PYTHON to its path.",
    });
  });

  it("uses only the Python of SINKOVE_PYTHON", async () => {
    const { folder, env, platform } = machineWith({
      "python3.12": ["3.12.1", FAULTLESS],
      old: ["3.10.13", FAULTLESS],
    });
    const SINKOVE_PYTHON = join(folder, "old");
    const machine = { env: { ...env, SINKOVE_PYTHON }, platform };
    expect(await findPython(10, machine)).toMatchObject({ path: SINKOVE_PYTHON });
    expect(await findPython(12, machine)).toEqual({
      missing: `SINKOVE_PYTHON is ${SINKOVE_PYTHON}, but it is 3.10.13. Set it to the path of Python 3.12 or later with its venv module, or unset it.`,
    });
  });

  it("reports that SINKOVE_PYTHON does not start", async () => {
    const env = { SINKOVE_PYTHON: "/nowhere/python" };
    expect(await findPython(10, { env, platform: "linux" })).toMatchObject({
      missing: expect.stringMatching(/^SINKOVE_PYTHON is \/nowhere\/python, but it does not start/),
    });
  });
});
