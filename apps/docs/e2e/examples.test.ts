import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createSandbox, type Sandbox } from "@sinkove/mock-server";
import { normalize, openRealPrograms, type RealPrograms } from "@sinkove/playground/real-programs";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeOf, type Language, nameOf, press, programsOf, type Shown } from "./program.ts";
import { follow, type OpenSite, open, openSite, pagesWithExamples, resetSandbox } from "./site.ts";

const expected = fileURLToPath(new URL("../../../examples/expected/", import.meta.url));

let site: OpenSite;
let mock: Sandbox;
let programs: RealPrograms;
beforeAll(async () => {
  mock = await createSandbox({ port: 0 });
  programs = await openRealPrograms();
  site = await openSite();
  // The first page with an example: from there on, links are followed, and what was loaded stays.
  await open(site.page, site.url + (pagesWithExamples()[0] ?? "/"));
  const [first] = await programsOf(site.page, "ts");
  if (first) await press(first);
});
afterAll(async () => {
  await site?.close();
  await programs?.close();
  await mock?.[Symbol.asyncDispose]();
});

interface PageProgram {
  readonly name: string;
  readonly code: string;
}

/** What the real programs of a page print, in its order and in one world; a page of one file has its output kept. */
async function printForReal(all: readonly PageProgram[], language: Language): Promise<string[]> {
  const [only, ...others] = all;
  const kept = `${expected}${only?.name}.${language}.txt`;
  if (others.length === 0 && existsSync(kept)) return [readFileSync(kept, "utf8")];
  const { baseUrl, apiKey } = await mock.newWorld();
  const environment = { SINKOVE_API_URL: baseUrl, SINKOVE_API_KEY: apiKey };
  const printed: string[] = [];
  for (const { code } of all) {
    const { stdout } = await programs.run(language, code, environment);
    printed.push(normalize(stdout, baseUrl));
  }
  return printed;
}

async function printInPage(all: readonly Locator[]): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (const program of all) shown.push(await press(program));
  return shown;
}

const pages = pagesWithExamples();

describe.each(["ts", "sh", "py"] as const)("each program in %s", (language) => {
  test.for(pages)("prints in the page what it prints for real: %s", async (path, { skip }) => {
    const { page, url } = site;
    await follow(page, path);
    await resetSandbox(page);
    const all = await programsOf(page, language);
    const described = await Promise.all(
      all.map(async (each) => ({ name: await nameOf(each), code: await codeOf(each) })),
    );
    // The output of a page with one program is kept, so that nothing has to run for real.
    const run = described.length > 1 ? described : [];
    const obstacle = run.map(({ code }) => programs.obstacle(language, code)).find(Boolean);
    if (obstacle !== undefined) skip(obstacle);
    const [real, shown] = await Promise.all([printForReal(described, language), printInPage(all)]);
    const own = shown.map(({ stdout, ...rest }, index) => ({
      name: described[index]?.name,
      stdout: normalize(stdout, `${url}/sandbox`),
      ...rest,
    }));
    expect(own).toMatchObject(
      real.map((stdout, index) => ({ name: described[index]?.name, stdout, phase: "ended" })),
    );
  });
});

test("the site has pages to run", () => {
  expect(pages.length).toBeGreaterThan(30);
});

test("nothing was asked of another origin, and the browser had nothing to complain of", () => {
  expect(site.strangers).toEqual([]);
  expect(site.complaints).toEqual([]);
});
