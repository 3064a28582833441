/** The programs that the tests need, checked before the tests start. */
import { accessSync, constants, statSync } from "node:fs";
import { join } from "node:path";
import { findChromium } from "../packages/chromium/src/index.ts";
import { findPython } from "../packages/python/src/index.ts";
import { type Need, type NeedName, needs } from "./programs-needed.ts";

export interface Missing {
  readonly need: Need;
  readonly name: NeedName;
  /** What was found instead. */
  readonly detail?: string;
}

export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** Why the program is not available; undefined if it is. */
  readonly whyNoPython: (minor: 10 | 12) => Promise<string | undefined>;
  readonly whyNoChromium: () => Promise<string | undefined>;
}

const thisMachine: Machine = {
  env: process.env,
  platform: process.platform,
  whyNoPython: async (minor) => missingOf(await findPython(minor)),
  whyNoChromium: async () => missingOf(await findChromium()),
};

function missingOf(found: object): string | undefined {
  return "missing" in found ? `${found.missing}` : undefined;
}

/** Lists everything that is missing. */
export async function findMissing(machine: Machine = thisMachine): Promise<readonly Missing[]> {
  const names: readonly NeedName[] = ["bash", "curl", "git", "jq", "strace"];
  const programs = names.filter((name) => !hasProgram(name, machine));
  const missing: Missing[] = programs.map((name) => ({ name, need: needs[name] }));
  const add = (name: NeedName, detail: string | undefined) => {
    if (detail !== undefined) missing.push({ name, need: needs[name], detail });
  };
  const python = await machine.whyNoPython(10);
  add("python", python);
  if (python === undefined) add("newerPython", await machine.whyNoPython(12));
  add("chromium", await machine.whyNoChromium());
  return missing;
}

/** Whether a folder in PATH has the program. */
function hasProgram(name: string, { env, platform }: Pick<Machine, "env" | "platform">): boolean {
  // Windows spells it Path.
  const path = env.PATH ?? env.Path ?? "";
  const endings = platform === "win32" ? [".exe", ".cmd"] : [""];
  return path
    .split(platform === "win32" ? ";" : ":")
    .some((folder) => endings.some((ending) => isExecutable(join(folder, name + ending))));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

export function isVital({ need }: Missing): boolean {
  return need.leavesOut === undefined;
}

/** Formats the list, with how to install each program. */
export function describeMissing(missing: readonly Missing[]): string {
  const entries = missing.map(({ need, detail }) => {
    const { debian, macos, windows } = need.remedies;
    return [
      `- ${need.name}${need.leavesOut === undefined ? "" : ` (without it, ${need.leavesOut} are left out)`}`,
      ...(detail === undefined ? [] : [`    ${detail.replaceAll("\n", "\n    ")}`]),
      `    Debian: ${debian}. macOS: ${macos}. Windows: ${windows}.`,
    ].join("\n");
  });
  return [
    missing.some(isVital)
      ? "The tests cannot run, because this machine does not have:"
      : "Some tests are left out, because this machine does not have:",
    ...entries,
  ].join("\n");
}
