import { launchChromium } from "@sinkove/chromium";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { onTestFinished } from "vitest";
import type { World } from "./world.ts";

/** The browser. Test files share modules, so there is one for all. It ends with the process. */
let browser: Promise<Browser> | undefined;

/** A page in its own browser context, in which a person is signed in. */
export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Script errors and violations of the content security policy. */
  readonly complaints: readonly string[];
}

/** Opens a page of the console as a person of a world. Closes it when the test ends. */
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
    // Ignores the browser's messages about responses with a status of 400 or more, because pages show these.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      complaints.push(message.text());
    }
  });
}
