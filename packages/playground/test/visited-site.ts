import { launchChromium } from "@sinkove/chromium";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { type BareSite, startBareSite } from "./bare-site.ts";

/** What a program has shown in the page. */
interface Seen {
  readonly stdout: string;
  readonly stderr: string;
  readonly requests: readonly string[];
  readonly files: readonly [string, number][];
  readonly progress: readonly string[];
  readonly kind: string;
  readonly status?: number;
}

/** The bare site in a browser. Each test has a context of its own. */
export interface VisitedSite {
  readonly origin: string;
  readonly context: BrowserContext;
  /** The page at `/`. */
  readonly page: Page;
  /** Opens another page of the same context. */
  readonly open: (path: string) => Promise<Page>;
}

/** Starts the site and a browser for the tests of a file. */
export function visitBareSite(): VisitedSite {
  let site: BareSite;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    site = await startBareSite();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  beforeEach(async () => {
    context = await browser.newContext();
    page = await open("/");
  });
  afterEach(() => context.close());

  async function open(path: string): Promise<Page> {
    const opened = await context.newPage();
    await opened.goto(site.origin + path);
    return opened;
  }

  return {
    open,
    get origin() {
      return site.origin;
    },
    get context() {
      return context;
    },
    get page() {
      return page;
    },
  };
}

/** Runs a program in the page, to its end. */
export function run(
  on: Page,
  language: string,
  code: string,
  options: { readonly stopAfter?: number } = {},
): Promise<Seen> {
  return on.evaluate(
    ([each, text, how]) =>
      // The bare page defines this global.
      (globalThis as unknown as { run: (...args: unknown[]) => Promise<Seen> }).run(
        each,
        text,
        how,
      ),
    [language, code, options] as const,
  );
}
