import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { describeMissing, findMissing, isVital, type Machine } from "../prerequisites.ts";

const PROGRAMS = ["bash", "curl", "git", "jq", "strace"];

function machineWith(programs: readonly string[], more: Partial<Machine> = {}): Machine {
  const folder = mkdtempSync(join(tmpdir(), "sinkove-machine-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of programs) {
    const file = join(folder, more.platform === "win32" ? `${name}.exe` : name);
    writeFileSync(file, "");
    chmodSync(file, 0o755);
  }
  return {
    env: { PATH: folder },
    platform: process.platform,
    whyNoPython: async () => undefined,
    whyNoChromium: async () => undefined,
    ...more,
  };
}

async function missingOn(machine: Machine) {
  const missing = await findMissing(machine);
  return { missing, names: missing.map(({ name }) => name) };
}

test("a machine that has everything lacks nothing", async () => {
  expect((await missingOn(machineWith(PROGRAMS, { platform: "linux" }))).names).toEqual([]);
});

test("all that is missing is in one list, with how to get it", async () => {
  const machine = machineWith(["bash", "git"], {
    platform: "linux",
    whyNoPython: async () => "No Python was found.",
    whyNoChromium: async () => "No Chromium was found.",
  });
  const { missing, names } = await missingOn(machine);
  expect(names).toEqual(["curl", "jq", "strace", "python", "chromium"]);
  const list = describeMissing(missing);
  expect(list).toMatch(/^The tests cannot run, because this machine does not have:\n- curl\n/);
  expect(list).toContain("Debian: apt-get install curl. macOS: part of macOS. Windows:");
  expect(list).toContain("No Chromium was found.");
});

test("a machine without what only some tests need can run the others", async () => {
  const whyNoPython = async (minor: number) => (minor > 10 ? "Only 3.11." : undefined);
  const machine = machineWith(["bash", "curl", "git"], { platform: "linux", whyNoPython });
  const { missing, names } = await missingOn(machine);
  expect(names).toEqual(["jq", "strace", "newerPython"]);
  expect(missing.some(isVital)).toBe(false);
  expect(describeMissing(missing)).toMatch(/^Some tests are left out/);
});

test("on Windows, programs end in .exe, and the PATH may be called Path", async () => {
  const { env, ...machine } = machineWith(PROGRAMS, { platform: "win32" });
  expect((await missingOn({ ...machine, env: { Path: env.PATH } })).names).toEqual([]);
});
