import { launchChromium } from "@sinkove/chromium";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { onTestFinished } from "vitest";

let browser: Promise<Browser> | undefined;

/** A page in its own browser context, without a session or stored data. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Script errors and violations of the content security policy. */
  readonly complaints: readonly string[];
}

/** The screens of people. */
export const DESKTOP = { viewport: { width: 1280, height: 800 } };
export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** Opens a browser context for a person. Closes it when the test ends. */
export async function visit(options: BrowserContextOptions = DESKTOP): Promise<Visitor> {
  browser ??= launchChromium();
  const context = await (await browser).newContext(options);
  onTestFinished(() => context.close());
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const complaints: string[] = [];
  await listen(context, complaints);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  return { page, context, complaints };
}

async function listen(context: BrowserContext, complaints: string[]): Promise<void> {
  await context.exposeFunction("complain", (what: string) => void complaints.push(what));
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      Reflect.get(
        window,
        "complain",
      )(`${violatedDirective}: ${blockedURI} on ${location.pathname}`);
    });
  });
  context.on("weberror", (error) => complaints.push(error.error().message));
  context.on("console", (message) => {
    // Ignores the browser's messages about responses with a status of 400 or more, because pages show these.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      complaints.push(message.text());
    }
  });
}
