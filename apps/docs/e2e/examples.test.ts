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
  /** The example's name; `example` for a sample of the reference, which has no file. */
  readonly name: string;
  readonly code: string;
}

/** What a program did, in the page or for real. */
interface ProgramRun {
  readonly name: string;
  readonly stdout: string;
  readonly stderr: string;
  /** The exit status, or why there is none. */
  readonly status: number | string;
  readonly failedRequests: readonly string[];
}

/** The output of a page with one program is kept in `examples/`, where a test holds the real program to it. */
function keptRun(all: readonly PageProgram[], language: Language): ProgramRun | undefined {
  const [only, ...others] = all;
  if (only === undefined || others.length > 0) return undefined;
  const { name } = only;
  const file = `${expected}${name}.${language}.txt`;
  if (!existsSync(file)) return undefined;
  const stdout = readFileSync(file, "utf8");
  return { name, stdout, stderr: "", status: 0, failedRequests: [] };
}

/** Runs a page's programs for real, in its order and in one world. */
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

/** Presses Run on each of a page's programs, in its order. */
async function runInPage(all: readonly (PageProgram & { readonly at: Locator })[]) {
  const runs: ProgramRun[] = [];
  for (const { name, at } of all) {
    const { phase, status = phase, stdout, ...rest } = await press(at);
    runs.push({ ...rest, name, status, stdout: normalize(stdout, `${site.url}/sandbox`) });
  }
  return runs;
}

/** Why programs failed, with what they wrote to stderr. */
function failuresOf(where: string, runs: readonly ProgramRun[]): string[] {
  return runs.flatMap(({ name, status, stderr, failedRequests }) => {
    if (status !== 0) return `${name} ended ${where} with ${status}, not 0:\n${stderr}`;
    // curl ends with 0 whatever the response is. Only the examples that have a file are about errors.
    if (name !== "example" || failedRequests.length === 0) return [];
    return `${name} failed ${where}: ${failedRequests.join(", ")}\n${stderr}`;
  });
}

/** A dataset that one program creates, and the next one lists, may be further on in one place than in the other. */
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

test("nothing was asked of another origin, and the browser had nothing to complain of", () => {
  expect(site.strangers).toEqual([]);
  expect(site.complaints).toEqual([]);
});
