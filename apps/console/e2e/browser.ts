import { launchChromium } from "@sinkove/chromium";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { onTestFinished } from "vitest";
import type { World } from "./world.ts";

/** Test files share their modules: there is one browser for all, which ends with the process. */
let browser: Promise<Browser> | undefined;

/** A page in a browser of its own, where a person is signed in. */
export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained of: errors of scripts, and what the policy has refused. */
  readonly complaints: readonly string[];
}

/** Opens a page of the console as a person of a world. It is closed when the test ends. */
export async function openPage(
  world: World,
  path: string,
  options: BrowserContextOptions & { readonly accountId?: string } = {},
): Promise<OpenPage> {
  const { accountId, ...rest } = options;
  browser ??= launchChromium();
  const context = await (await browser).newContext({ baseURL: world.origin, ...rest });
  onTestFinished(() => context.close());
  const [name = "", value = ""] = (await world.session(accountId)).split("=");
  await context.addCookies([{ name, value, url: world.origin, httpOnly: true, sameSite: "Lax" }]);
  const complaints: string[] = [];
  await listen(context, complaints);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(path);
  return { page, context, complaints };
}

async function listen(context: BrowserContext, complaints: string[]): Promise<void> {
  await context.exposeFunction("complain", (what: string) => void complaints.push(what));
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
      Reflect.get(window, "complain")(`${violatedDirective}: ${blockedURI} in ${sourceFile}`);
    });
  });
  context.on("weberror", (error) => complaints.push(error.error().message));
  context.on("console", (message) => {
    // The browser logs each response from 400 on; pages show them.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      complaints.push(message.text());
    }
  });
}
