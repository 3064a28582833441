import { existsSync, globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launchChromium } from "@sinkove/chromium";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { type RunningSite, serveSite } from "../scripts/site-server.mts";

/** The folder of the built site. */
export const build: string = fileURLToPath(new URL("../build/", import.meta.url));

/** The built site in a browser. */
export interface OpenSite {
  readonly url: string;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly browser: Browser;
  /** Requests to other origins. */
  readonly strangers: readonly string[];
  /** Errors in the browser's console. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

export async function openSite(): Promise<OpenSite> {
  const site: RunningSite = await serveSite({ folder: build, port: 0 });
  const browser = await launchChromium();
  const context = await browser.newContext();
  const page = await context.newPage();
  const strangers: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    const isLocal = protocol === "data:" || protocol === "blob:" || origin === site.url;
    if (!isLocal) strangers.push(request.url());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // The browser logs every error response as an error, and some examples show error responses.
    if (message.type() !== "error" || /^Failed to load resource/.test(message.text())) return;
    complaints.push(message.text());
  });
  return {
    ...{ url: site.url, page, context, browser, strangers, complaints },
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}

/** Matches an element with the attribute. Style sheets contain its name too. */
const RUNNABLE = /<\w[^>]*\sdata-runnable\b/;

/** Returns the addresses of the pages with programs. */
export function pagesWithExamples(): readonly string[] {
  return globSync("**/*.html", { cwd: build })
    .filter((file) => RUNNABLE.test(readFileSync(`${build}${file}`, "utf8")))
    .map((file) => `/${file.replace(/(?:^|(?<=\/))index\.html$|\.html$/, "")}`)
    .sort();
}

/** Opens a page and waits until it is hydrated. Until then, it shows the default language. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await isUsable(page);
}

/** Reloads the page and waits until it is hydrated. */
export async function reload(page: Page): Promise<void> {
  await page.reload();
  await isUsable(page);
}

function isUsable(page: Page): Promise<void> {
  return page.locator('html[data-has-hydrated="true"]').waitFor();
}

/** Goes to another page like a link, so that loaded files such as Python stay. */
export async function follow(page: Page, path: string): Promise<void> {
  // The address changes at once, but the title only changes with the content.
  const title = await page.evaluate(
    (html) => new DOMParser().parseFromString(html, "text/html").title,
    readFileSync(fileOf(path), "utf8"),
  );
  await page.evaluate((to) => {
    history.pushState(null, "", to);
    dispatchEvent(new PopStateEvent("popstate", { state: null }));
  }, path);
  await page.waitForFunction((expected) => document.title === expected, title);
  await page.locator("[data-runnable]").first().waitFor();
}

function fileOf(path: string): string {
  const file = `${build}${path.slice(1)}`;
  return [`${file}.html`, `${file}/index.html`, `${file}index.html`].find(existsSync) ?? file;
}

/** Resets the sandbox like the button of the page. */
export async function resetSandbox(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    const done = new Promise((resolve) => {
      port1.onmessage = resolve;
    });
    active?.postMessage("reset", [port2]);
    await done;
  });
}

/** Returns the text of the focused element. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? "");
}
