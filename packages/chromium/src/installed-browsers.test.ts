import { describe, expect, test } from "vitest";
import { possibleInstallations, type Surroundings } from "./installed-browsers.ts";

function paths(machine: Partial<Surroundings>): string[] {
  return possibleInstallations({
    platform: "linux",
    env: {},
    home: "/home/reader",
    playwrightPath: "",
    ...machine,
  }).map(({ path }) => path);
}

describe("the places of a browser", () => {
  test("start with Playwright's", () => {
    const [first, second] = possibleInstallations({
      platform: "linux",
      env: {},
      home: "/home/reader",
      playwrightPath: "/home/reader/.cache/ms-playwright/chrome",
    });

    expect(first).toEqual({
      path: "/home/reader/.cache/ms-playwright/chrome",
      source: "Playwright",
    });
    expect(second?.source).toBe("system");
  });

  test("on Linux are the folders of PATH, then the usual ones, with Chromium before Chrome", () => {
    const places = paths({ env: { PATH: "/opt/tools:/usr/bin" } });

    expect(places.slice(0, 4)).toEqual([
      "/opt/tools/chromium",
      "/usr/bin/chromium",
      "/usr/local/bin/chromium",
      "/snap/bin/chromium",
    ]);
    expect(places).toContain("/opt/tools/google-chrome-stable");
    expect(places.at(-1)).toBe("/opt/google/chrome/chrome");
  });

  test("on Linux need no PATH", () => {
    expect(paths({})[0]).toBe("/usr/bin/chromium");
  });

  test("on macOS are the applications of the machine and of the user", () => {
    expect(paths({ platform: "darwin", home: "/Users/reader" }).slice(0, 2)).toEqual([
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Users/reader/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ]);
  });

  test("on Windows are Chrome's, then Edge's", () => {
    const env = { LOCALAPPDATA: "D:\\Local", PROGRAMFILES: "D:\\Programs" };

    expect(paths({ platform: "win32", env, home: "C:\\Users\\reader" })).toEqual([
      "D:\\Local\\Google\\Chrome\\Application\\chrome.exe",
      "D:\\Programs\\Google\\Chrome\\Application\\chrome.exe",
      "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
      "D:\\Local\\Microsoft\\Edge\\Application\\msedge.exe",
      "D:\\Programs\\Microsoft\\Edge\\Application\\msedge.exe",
      "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    ]);
  });

  test("on Windows are found when the variables are hidden from the task", () => {
    expect(paths({ platform: "win32", home: "C:\\Users\\reader" }).slice(0, 2)).toEqual([
      "C:\\Users\\reader\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe",
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    ]);
  });
});
