import { posix, win32 } from "node:path";

export interface Installation {
  readonly path: string;
  readonly source: "Playwright" | "system";
}

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
  /** The path where Playwright installs its Chromium, whether or not it is installed. Empty if Playwright has none. */
  readonly playwrightPath: string;
}

/** Returns all paths where Chromium, Chrome or Edge may be installed, in order of preference. */
export function possibleInstallations(machine: Surroundings): Installation[] {
  const { playwrightPath } = machine;
  return [
    ...(playwrightPath === "" ? [] : [{ path: playwrightPath, source: "Playwright" } as const]),
    ...systemPaths(machine).map((path) => ({ path, source: "system" }) as const),
  ];
}

function systemPaths(machine: Surroundings): string[] {
  if (machine.platform === "win32") return windowsPaths(machine);
  if (machine.platform === "darwin") return macPaths(machine);
  return linuxPaths(machine);
}

function linuxPaths({ env }: Surroundings): string[] {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const onPath = (env.PATH ?? "").split(posix.delimiter).filter((folder) => folder !== "");
  const folders = new Set([...onPath, "/usr/bin", "/usr/local/bin", "/snap/bin"]);
  return [
    ...names.flatMap((name) => [...folders].map((folder) => posix.join(folder, name))),
    "/opt/google/chrome/chrome",
  ];
}

function macPaths({ home }: Surroundings): string[] {
  const names = ["Google Chrome", "Chromium", "Microsoft Edge"];
  const folders = ["/Applications", posix.join(home, "Applications")];
  return names.flatMap((name) =>
    folders.map((folder) => posix.join(folder, `${name}.app`, "Contents", "MacOS", name)),
  );
}

function windowsPaths({ env, home }: Surroundings): string[] {
  const programs = [
    "Google\\Chrome\\Application\\chrome.exe",
    "Microsoft\\Edge\\Application\\msedge.exe",
  ];
  // Turborepo hides most environment variables from tasks. The defaults are right on almost every Windows.
  const folders = [
    env.LOCALAPPDATA ?? win32.join(home, "AppData", "Local"),
    env.PROGRAMFILES ?? "C:\\Program Files",
    env["PROGRAMFILES(X86)"] ?? "C:\\Program Files (x86)",
  ];
  return programs.flatMap((program) => folders.map((folder) => win32.join(folder, program)));
}
