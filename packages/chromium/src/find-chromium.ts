import { homedir } from "node:os";
import { chromium } from "playwright-core";
import { possibleInstallations, type Surroundings } from "./installed-browsers.ts";
import { type Browser, packedChromium } from "./packed-chromium.ts";
import { isProgram, startFailure } from "./program.ts";

export interface FoundChromium extends Browser {
  readonly source: "CHROMIUM_PATH" | "Playwright" | "system" | "@sparticuz/chromium";
}

export interface MissingChromium {
  /** Why no browser was found, and what to do. */
  readonly missing: string;
}

/** The machine that is searched. */
export interface Machine extends Surroundings {
  isProgram(path: string): Promise<boolean>;
  /** Resolves to the reason why a browser does not start, or to undefined if it starts. */
  startFailure(path: string): Promise<string | undefined>;
  /** Rejects if the package has no browser for this machine. */
  packedChromium(): Promise<Browser>;
}

const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  playwrightPath: chromium.executablePath(),
  isProgram,
  startFailure,
  packedChromium,
};

/** Finds the first Chromium that starts: of CHROMIUM_PATH, Playwright, the system or `@sparticuz/chromium`. */
export async function findChromium(
  machine: Machine = thisMachine,
): Promise<FoundChromium | MissingChromium> {
  const { CHROMIUM_PATH } = machine.env;
  if (CHROMIUM_PATH !== undefined && CHROMIUM_PATH !== "")
    return chosenChromium(machine, CHROMIUM_PATH);

  const failures: string[] = [];
  for (const { path, source } of possibleInstallations(machine)) {
    if (!(await machine.isProgram(path))) continue;
    const failure = await machine.startFailure(path);
    if (failure === undefined) return { path, env: {}, source };
    failures.push(`${path} does not start (${failure}).`);
  }
  try {
    return { ...(await machine.packedChromium()), source: "@sparticuz/chromium" };
  } catch (error) {
    failures.push(error instanceof Error ? error.message : String(error));
    return { missing: [...failures, advice(machine.platform)].join("\n") };
  }
}

/** Checks the browser of CHROMIUM_PATH. There is no fallback, because the user has chosen this browser. */
async function chosenChromium(
  machine: Machine,
  path: string,
): Promise<FoundChromium | MissingChromium> {
  const problem = await whyNot(machine, path);
  if (problem === undefined) return { path, env: {}, source: "CHROMIUM_PATH" };
  const remedy = "Set it to the absolute path of a Chromium, or unset it.";
  return { missing: `CHROMIUM_PATH is ${path}, but ${problem}. ${remedy}` };
}

async function whyNot(machine: Machine, path: string): Promise<string | undefined> {
  if (!(await machine.isProgram(path))) return "there is no executable file at that path";
  const failure = await machine.startFailure(path);
  return failure && `it does not start (${failure})`;
}

function advice(platform: NodeJS.Platform): string {
  const install =
    platform === "linux"
      ? "Install Chromium (on Debian and Ubuntu: npx playwright-core install --with-deps chromium)"
      : "Install Google Chrome, or run npx playwright-core install chromium";
  return `${install}, or set CHROMIUM_PATH to the path of a Chromium.`;
}
