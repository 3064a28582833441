import { launchChromium } from "@sinkove/chromium";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningSite, serveSite } from "../scripts/site-server.mts";
import { edit, press, programsOf } from "./program.ts";
import { build, open } from "./site.ts";

/** Resolves only names of this machine, as if the network was disconnected. */
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

test("with the network cut, pages have their fonts, and links work", async () => {
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

test("with the network cut, a dataset is downloaded, and its images are shown", async () => {
  await open(page, `${site.url}/get-started`);
  const download = (await programsOf(page, "ts")).at(-1);
  if (!download) throw new Error("The page has no example.");
  await press(download);
  const films = download.getByRole("img", { name: "Synthetic film" });
  await films.nth(1).waitFor();
  expect(await films.count()).toBe(2);
});

test("with the network cut, the search finds and opens a page", async () => {
  await open(page, `${site.url}/get-started`);
  await page.keyboard.press("/");
  await page.getByRole("combobox").pressSequentially("rotation");
  await page.getByRole("option", { name: "Rotation with no downtime" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Rotation with no downtime" }).waitFor();
});

test("with the network cut, an example can be edited", async () => {
  await open(page, `${site.url}/get-started`);
  const [program] = await programsOf(page, "ts");
  if (!program) throw new Error("The page has no example.");
  await (await edit(program)).fill("console.log(6 * 7);");
  expect(await press(program)).toMatchObject({ stdout: "42\n" });
});

test("no request went to another origin", () => {
  expect(refused).toEqual([]);
});

function loadedFonts(of: Page): Promise<string[]> {
  return of.evaluate(async () => {
    await document.fonts.ready;
    const loaded = [...document.fonts].filter(({ status }) => status === "loaded");
    return loaded.map(({ family }) => family.replaceAll('"', "")).sort();
  });
}
