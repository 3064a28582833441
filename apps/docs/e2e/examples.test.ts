import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createSandbox, type Sandbox } from "@sinkove/mock-server";
import { normalize, openRealPrograms, type RealPrograms } from "@sinkove/playground/real-programs";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeOf, type Language, nameOf, press, programsOf } from "./program.ts";
import { follow, type OpenSite, openSite, pagesWithExamples, resetSandbox } from "./site.ts";

const expected = fileURLToPath(new URL("../../../examples/expected/", import.meta.url));

let site: OpenSite;
let mock: Sandbox;
let programs: RealPrograms;
beforeAll(async () => {
  mock = await createSandbox({ port: 0 });
  programs = await openRealPrograms();
  site = await openSite();
  // The first page with an example: from there on, links are followed, and what was loaded stays.
  await site.page.goto(site.url + (pagesWithExamples()[0] ?? "/"));
  const [first] = await programsOf(site.page, "ts");
  if (first) await press(first);
});
afterAll(async () => {
  await site?.close();
  await programs?.close();
  await mock?.[Symbol.asyncDispose]();
});

/** What the real program printed: that of a file is kept, one that is in the page alone is run now. */
async function printedForReal(program: Locator, language: Language): Promise<string> {
  const file = `${expected}${await nameOf(program)}.${language}.txt`;
  if (existsSync(file)) return readFileSync(file, "utf8");
  const { baseUrl, apiKey } = await mock.newWorld();
  const environment = { SINKOVE_API_URL: baseUrl, SINKOVE_API_KEY: apiKey };
  const { stdout } = await programs.run(language, await codeOf(program), environment);
  return normalize(stdout, baseUrl);
}

const pages = pagesWithExamples();

describe.each(["ts", "sh", "py"] as const)("each program in %s", (language) => {
  test.for(pages)("prints in the page what it prints for real: %s", async (path) => {
    const { page, url } = site;
    await follow(page, path);
    await resetSandbox(page);
    for (const program of await programsOf(page, language)) {
      const real = await printedForReal(program, language);
      const { phase, stdout, stderr } = await press(program);
      const shown = { phase, stdout: normalize(stdout, `${url}/sandbox`) };
      expect({ ...shown, stderr }, await nameOf(program)).toMatchObject({
        phase: "ended",
        stdout: real,
      });
    }
  });
});

test("the site has pages to run", () => {
  expect(pages.length).toBeGreaterThan(30);
});

test("nothing was asked of another origin, and the browser had nothing to complain of", () => {
  expect(site.strangers).toEqual([]);
  expect(site.complaints).toEqual([]);
});
