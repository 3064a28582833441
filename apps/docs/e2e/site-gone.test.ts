import { launchChromium } from "@sinkove/chromium";
import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { type RunningSite, serveSite } from "../scripts/site-server.mts";
import { type Language, press, programsOf } from "./program.ts";
import { build, open } from "./site.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

/** An open page, and its site. */
interface Visit {
  readonly site: RunningSite;
  /** Returns the page's first program in a language. */
  readonly programIn: (language: Language) => Promise<Locator>;
}

async function visit(): Promise<Visit> {
  const site = await serveSite({ folder: build, port: 0 });
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await open(page, `${site.url}/get-started`);
  return {
    site,
    async programIn(language) {
      const [program] = await programsOf(page, language);
      if (!program) throw new Error(`The page has no example in ${language}.`);
      return program;
    },
  };
}

/** Serves a site again, at the same address. */
async function serveAgain({ url }: RunningSite): Promise<void> {
  const site = await serveSite({ folder: build, port: Number(new URL(url).port) });
  onTestFinished(site.close);
}

test("an open page still runs Python when the site is down", async () => {
  const { site, programIn } = await visit();
  const python = await programIn("py");
  await press(python);
  await site.close();
  await python.getByRole("button", { name: "Reset" }).click();
  expect(await press(python)).toMatchObject({ phase: "ended", stderr: "" });
});

test.each(["ts", "sh"] as const)(
  "if the site is down before the first run of %s, Run says so, and works once it is up again",
  async (language) => {
    const { site, programIn } = await visit();
    const program = await programIn(language);
    await site.close();
    const { phase, status, stderr } = await press(program);
    expect({ phase, status }).toEqual({ phase: "ended", status: 1 });
    expect(stderr).toMatch(/could not be loaded|ServiceWorker|sandbox/);
    await serveAgain(site);
    expect(await press(program)).toMatchObject({ phase: "ended", status: 0, stderr: "" });
  },
);

test("the next Run loads Python after a failure", async () => {
  const { site, programIn } = await visit();
  await press(await programIn("ts"));
  const python = await programIn("py");
  await site.close();
  const { status, stderr } = await press(python);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^A part of this site could not be loaded\. |^The program could not be/);
  await serveAgain(site);
  expect(await press(python)).toMatchObject({ phase: "ended", status: 0, stderr: "" });
});
