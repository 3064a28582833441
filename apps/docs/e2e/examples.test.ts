import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createSandbox, type Sandbox } from "@sinkove/mock-server";
import { normalize, openRealPrograms, type RealPrograms } from "@sinkove/playground/real-programs";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeOf, type Language, nameOf, press, programsOf } from "./program.ts";
import { follow, type OpenSite, open, openSite, pagesWithExamples, resetSandbox } from "./site.ts";

const expected = fileURLToPath(new URL("../../../examples/expected/", import.meta.url));

let site: OpenSite;
let mock: Sandbox;
let programs: RealPrograms;
beforeAll(async () => {
  mock = await createSandbox({ port: 0 });
  programs = await openRealPrograms();
  site = await openSite();
  // Opens the first page with an example. Later pages are reached by links, so that loaded files stay.
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
  /** The example's name, or `example` for a sample of the reference, which has no file. */
  readonly name: string;
  readonly code: string;
}

/** The outcome of a program, in the page or outside. */
interface ProgramRun {
  readonly name: string;
  readonly stdout: string;
  readonly stderr: string;
  /** The exit status, or why there is none. */
  readonly status: number | string;
  readonly failedRequests: readonly string[];
}

/** Returns the run of a page's only program from the output in `examples/`, which a test compares with a real run. */
function keptRun(all: readonly PageProgram[], language: Language): ProgramRun | undefined {
  const [only, ...others] = all;
  if (only === undefined || others.length > 0) return undefined;
  const { name } = only;
  const file = `${expected}${name}.${language}.txt`;
  if (!existsSync(file)) return undefined;
  const stdout = readFileSync(file, "utf8");
  return { name, stdout, stderr: "", status: 0, failedRequests: [] };
}

/** Runs a page's programs outside the browser, in order and in one sandbox. */
async function runForReal(all: readonly PageProgram[], language: Language): Promise<ProgramRun[]> {
  const { baseUrl, apiKey } = await mock.newWorld({ rateLimit: "service" });
  const environment = { SINKOVE_API_URL: baseUrl, SINKOVE_API_KEY: apiKey };
  const runs: ProgramRun[] = [];
  for (const { name, code } of all) {
    const ended = await programs.run(language, code, environment);
    const stdout = normalize(ended.stdout, baseUrl);
    runs.push({ ...ended, name, stdout, failedRequests: [] });
  }
  return runs;
}

/** Presses Run on each program of a page, in order. */
async function runInPage(all: readonly (PageProgram & { readonly at: Locator })[]) {
  const runs: ProgramRun[] = [];
  for (const { name, at } of all) {
    const { phase, status = phase, stdout, ...rest } = await press(at);
    runs.push({ ...rest, name, status, stdout: normalize(stdout, `${site.url}/sandbox`) });
  }
  return runs;
}

/** Returns why programs failed, with their stderr. */
function failuresOf(where: string, runs: readonly ProgramRun[]): string[] {
  return runs.flatMap(({ name, status, stderr, failedRequests }) => {
    if (status !== 0) return `${name} ended ${where} with ${status}, not 0:\n${stderr}`;
    // curl exits with 0 for any response. Only examples from files may get an error response.
    if (name !== "example" || failedRequests.length === 0) return [];
    return `${name} failed ${where}: ${failedRequests.join(", ")}\n${stderr}`;
  });
}

/** Removes dataset states, because a dataset's progress may differ between the two runs. */
function withoutProgress(stdout: string): string {
  return stdout.replaceAll(/\b(?:PENDING|STARTED|READY)\b/g, "<state>");
}

const pages = pagesWithExamples();

describe.each(["ts", "sh", "py"] as const)("each program in %s", (language) => {
  test.for(pages)(
    "ends with 0 and prints the same, in the page and for real: %s",
    async (path, { skip }) => {
      const { page } = site;
      await follow(page, path);
      await resetSandbox(page);
      const all = await Promise.all(
        (await programsOf(page, language)).map(async (at) => ({
          at,
          name: await nameOf(at),
          code: await codeOf(at),
        })),
      );
      const kept = keptRun(all, language);
      const toRun = kept ? [] : all;
      const obstacle = toRun.map(({ code }) => programs.obstacle(language, code)).find(Boolean);
      if (obstacle !== undefined) skip(obstacle);
      const [real, shown] = await Promise.all([
        kept ? [kept] : runForReal(all, language),
        runInPage(all),
      ]);
      const failures = [...failuresOf("for real", real), ...failuresOf("in the page", shown)];
      const compared = ({ name, stdout, status }: ProgramRun) => {
        return { name, stdout: withoutProgress(stdout), status };
      };
      expect(shown.map(compared), failures.join("\n")).toEqual(real.map(compared));
      expect(failures.join("\n")).toBe("");
    },
  );
});

test("the site has pages to run", () => {
  expect(pages.length).toBeGreaterThan(30);
});

test("no request went to another origin, and the browser reported no problem", () => {
  expect(site.strangers).toEqual([]);
  expect(site.complaints).toEqual([]);
});
