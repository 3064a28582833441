import { launchChromium } from "@sinkove/chromium";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningSite, serveSite } from "../scripts/site-server.mts";
import { press, programsOf } from "./program.ts";
import { build, open } from "./site.ts";

/** No name is known but this machine's: what a cut network is like to a browser. */
const cut = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1";

let site: RunningSite;
let browser: Browser;
let page: Page;
const refused: string[] = [];
beforeAll(async () => {
  site = await serveSite({ folder: build, port: 0 });
  browser = await launchChromium([cut]);
  const context = await browser.newContext();
  await context.route(
    (url) => url.origin !== site.url,
    (route) => {
      refused.push(route.request().url());
      return route.abort();
    },
  );
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

test("with the network cut, pages have their fonts, and links lead on", async () => {
  await open(page, `${site.url}/`);
  expect(await loadedFonts(page)).toEqual(
    expect.arrayContaining(["IBM Plex Mono", "Instrument Sans"]),
  );
  await page.getByRole("link", { name: "Get started" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Get started" }).waitFor();
});

test.each(["ts", "sh", "py"] as const)("with the network cut, %s runs", async (language) => {
  await open(page, `${site.url}/get-started`);
  for (const program of await programsOf(page, language))
    expect(await press(program)).toMatchObject({ phase: "ended", stderr: "" });
});

test("with the network cut, a dataset is downloaded, and its films are shown", async () => {
  await open(page, `${site.url}/get-started`);
  const download = (await programsOf(page, "ts")).at(-1);
  if (!download) throw new Error("The page has no example.");
  await press(download);
  const films = download.getByRole("img", { name: "Synthetic film" });
  await films.first().waitFor();
  expect(await films.count()).toBe(2);
});

test("with the network cut, the search finds a page and leads to it", async () => {
  await open(page, `${site.url}/get-started`);
  const field = page.locator(".navbar__search-input");
  await field.click();
  await field.pressSequentially("rotation");
  await page.getByRole("option", { name: "Rotation with no downtime" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Rotation with no downtime" }).waitFor();
});

test("a page that is open goes on running Python when the site itself is gone", async () => {
  const own = await serveSite({ folder: build, port: 0 });
  const visit = await (await browser.newContext()).newPage();
  await open(visit, `${own.url}/get-started`);
  const [python] = await programsOf(visit, "py");
  if (!python) throw new Error("The page has no example in Python.");
  await press(python);
  await own.close();
  await python.getByRole("button", { name: "Reset" }).click();
  expect(await press(python)).toMatchObject({ phase: "ended", stderr: "" });
  await visit.context().close();
});

test.each(["ts", "sh"] as const)(
  "where the site is gone before the first run of %s, Run says so, and works once it is back",
  async (language) => {
    const own = await serveSite({ folder: build, port: 0 });
    const visit = await (await browser.newContext()).newPage();
    await open(visit, `${own.url}/get-started`);
    const [program] = await programsOf(visit, language);
    if (!program) throw new Error(`The page has no example in ${language}.`);
    await own.close();
    const { phase, status, stderr } = await press(program);
    expect({ phase, status }).toEqual({ phase: "ended", status: 1 });
    expect(stderr).toMatch(/could not be loaded|ServiceWorker|sandbox/);
    const back = await serveSite({ folder: build, port: Number(new URL(own.url).port) });
    expect(await press(program)).toMatchObject({ phase: "ended", status: 0, stderr: "" });
    await back.close();
    await visit.context().close();
  },
);

test("Python that could not be loaded is loaded by the next Run", async () => {
  const own = await serveSite({ folder: build, port: 0 });
  const visit = await (await browser.newContext()).newPage();
  await open(visit, `${own.url}/get-started`);
  const [typescript] = await programsOf(visit, "ts");
  if (!typescript) throw new Error("The page has no example in TypeScript.");
  await press(typescript);
  const [python] = await programsOf(visit, "py");
  if (!python) throw new Error("The page has no example in Python.");
  await own.close();
  const { status, stderr } = await press(python);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^A part of this site could not be loaded\. |^The program could not be/);
  const back = await serveSite({ folder: build, port: Number(new URL(own.url).port) });
  expect(await press(python)).toMatchObject({ phase: "ended", status: 0, stderr: "" });
  await back.close();
  await visit.context().close();
});

test("nothing was asked of another origin", () => {
  expect(refused).toEqual([]);
});

function loadedFonts(of: Page): Promise<string[]> {
  return of.evaluate(async () => {
    await document.fonts.ready;
    const loaded = [...document.fonts].filter(({ status }) => status === "loaded");
    return loaded.map(({ family }) => family.replaceAll('"', "")).sort();
  });
}
