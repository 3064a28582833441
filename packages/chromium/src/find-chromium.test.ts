import { describe, expect, test } from "vitest";
import { findChromium, type Machine } from "./find-chromium.ts";

const playwrightPath = "/home/reader/.cache/ms-playwright/chrome";
const packed = { path: "/cache/chromium", env: { FONTCONFIG_FILE: "/cache/fonts.conf" } };

interface Contents {
  readonly programs?: readonly string[];
  readonly broken?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

function machineWith({ programs = [], broken = [], env = {} }: Contents): Machine {
  return {
    platform: "linux",
    env,
    home: "/home/reader",
    playwrightPath,
    isProgram: async (path) => [...programs, ...broken].includes(path),
    startFailure: async (path) => (broken.includes(path) ? "libnss3.so: not found" : undefined),
    packedChromium: async () => packed,
  };
}

const everything = [playwrightPath, "/usr/bin/chromium", "/chosen/chromium"];

describe("findChromium", () => {
  test("prefers the browser of CHROMIUM_PATH", async () => {
    const env = { CHROMIUM_PATH: "/chosen/chromium" };

    expect(await findChromium(machineWith({ programs: everything, env }))).toEqual({
      path: "/chosen/chromium",
      env: {},
      source: "CHROMIUM_PATH",
    });
  });

  test("ignores an empty CHROMIUM_PATH", async () => {
    const env = { CHROMIUM_PATH: "" };

    expect(await findChromium(machineWith({ programs: everything, env }))).toMatchObject({
      source: "Playwright",
    });
  });

  test("does not fall back if CHROMIUM_PATH is not a program", async () => {
    const env = { CHROMIUM_PATH: "/typo/chromium" };

    expect(await findChromium(machineWith({ programs: everything, env }))).toEqual({
      missing:
        "CHROMIUM_PATH is /typo/chromium, but there is no executable file at that path. Set it to the absolute path of a Chromium, or unset it.",
    });
  });

  test("does not fall back if the browser of CHROMIUM_PATH does not start", async () => {
    const env = { CHROMIUM_PATH: "/chosen/chromium" };

    expect(await findChromium(machineWith({ broken: ["/chosen/chromium"], env }))).toEqual({
      missing:
        "CHROMIUM_PATH is /chosen/chromium, but it does not start (libnss3.so: not found). Set it to the absolute path of a Chromium, or unset it.",
    });
  });

  test("prefers Playwright's to the system's", async () => {
    expect(await findChromium(machineWith({ programs: everything }))).toEqual({
      path: playwrightPath,
      env: {},
      source: "Playwright",
    });
  });

  test("prefers the system's to the package's", async () => {
    expect(await findChromium(machineWith({ programs: ["/usr/bin/google-chrome"] }))).toEqual({
      path: "/usr/bin/google-chrome",
      env: {},
      source: "system",
    });
  });

  test("passes over an installed browser that does not start", async () => {
    const machine = machineWith({ programs: ["/usr/bin/chromium"], broken: [playwrightPath] });

    expect(await findChromium(machine)).toMatchObject({ path: "/usr/bin/chromium" });
  });

  test("takes the package's if nothing is installed", async () => {
    expect(await findChromium(machineWith({}))).toEqual({
      ...packed,
      source: "@sparticuz/chromium",
    });
  });

  test("reports why there is no browser, and what to install", async () => {
    const machine: Machine = {
      ...machineWith({ broken: ["/usr/bin/chromium-browser"] }),
      packedChromium: async () => {
        throw new Error("@sparticuz/chromium has no Chromium for linux arm64.");
      },
    };

    expect(await findChromium(machine)).toEqual({
      missing: `/usr/bin/chromium-browser does not start (libnss3.so: not found).
@sparticuz/chromium has no Chromium for linux arm64.
Install Chromium (on Debian and Ubuntu: npx playwright-core install --with-deps chromium), or set CHROMIUM_PATH to the path of a Chromium.`,
    });
  });

  test.each(["darwin", "win32"] as const)("asks for Chrome on %s", async (platform) => {
    const machine: Machine = {
      ...machineWith({}),
      platform,
      packedChromium: () => Promise.reject(new Error("None.")),
    };

    expect(await findChromium(machine)).toMatchObject({
      missing: expect.stringContaining("Install Google Chrome"),
    });
  });
});
