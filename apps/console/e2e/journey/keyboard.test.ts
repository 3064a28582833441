import type { Locator, Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { ADA, claim } from "./people.ts";
import { startServer } from "./server.ts";
import { visit } from "./visitor.ts";

test("a person signs in, generates, copies and revokes a key, and signs out by the keyboard alone", async () => {
  const server = await startServer("sqlite");
  onTestFinished(server.stop);
  await claim(server);
  const { page, complaints } = await visit();
  await page.goto(`${server.url}/console/sign-in`);
  await page.getByRole("heading", { name: "Sign in" }).waitFor();

  await tabTo(page, page.getByLabel("Email address"));
  await page.keyboard.type(ADA.email);
  await tabTo(page, page.getByLabel("Password", { exact: true }));
  await page.keyboard.type(ADA.password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "API keys" }).waitFor();

  const navigation = page.getByRole("navigation", { name: "Console" });
  await tabTo(page, navigation.getByRole("link", { name: "API Key", exact: true }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("link", { name: "Generate Key" }).first());
  await page.keyboard.press("Enter");
  await isFocused(page.getByRole("heading", { name: "Generate a key" }));
  await tabTo(page, page.getByRole("textbox", { name: "Name", exact: true }));
  await page.keyboard.type("Laptop");
  await page.keyboard.press("Enter");

  const copy = page.getByRole("button", { name: "Copy the key" });
  await isFocused(page.getByRole("heading", { name: "Copy your key" }));
  await tabTo(page, copy);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Copied" }).waitFor();
  const secret = await page.locator("[data-secret]").innerText();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret);
  await tabTo(page, page.getByRole("link", { name: "I have stored it" }));
  await page.keyboard.press("Enter");
  await isFocused(page.getByRole("heading", { name: "Laptop", level: 1 }));

  const revoke = page.locator("main").getByRole("button", { name: "Revoke" });
  await tabTo(page, revoke);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await isFocused(dialog.getByRole("textbox"));
  expect(await tabsOutside(page, dialog)).toBe(0);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await isFocused(revoke);
  await page.keyboard.press("Enter");
  await isFocused(dialog.getByRole("textbox"));
  await page.keyboard.type("Laptop");
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "hidden" });
  const headers = { authorization: `Bearer ${secret}` };
  expect((await fetch(`${server.url}/v1/me`, { headers })).status).toBe(401);

  const menu = page.getByRole("button", { name: "Account menu" });
  await tabTo(page, menu);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await isFocused(menu);
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Sign out" }));
  await page.keyboard.press("Enter");
  await isFocused(page.getByRole("heading", { name: "Sign in" }));
  expect(complaints).toEqual([]);
});

/** Presses Tab until an element has the focus. Expects a visible focus at each stop. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const hidden: string[] = [];
  for (let presses = 0; presses < 80; presses += 1) {
    if (await hasFocus(target)) {
      expect(hidden).toEqual([]);
      return;
    }
    await page.keyboard.press("Tab");
    const unseen = await page.evaluate(focusThatIsNotSeen);
    if (unseen) hidden.push(unseen);
  }
  throw new Error(`Tab does not lead to ${target}.`);
}

/** Runs in the page. Returns the focused element if nothing shows the focus, neither an outline nor a border. */
function focusThatIsNotSeen(): string | undefined {
  const element = document.activeElement;
  if (!element || element === document.body) return undefined;
  const drawn = [element, element.parentElement, ...(element.parentElement?.children ?? [])];
  const isOutlined = drawn.some((each) => each && getComputedStyle(each).outlineStyle !== "none");
  const place = element.getBoundingClientRect();
  const isInWindow = place.bottom > 0 && place.top < innerHeight;
  // Fields show the focus with their border.
  const isField = element.matches("input, textarea");
  return isInWindow && (isOutlined || isField) ? undefined : element.outerHTML;
}

/** Presses Tab repeatedly in a dialog, and counts how often the focus leaves it. */
async function tabsOutside(page: Page, dialog: Locator): Promise<number> {
  let outside = 0;
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press(presses < 6 ? "Tab" : "Shift+Tab");
    const isInside = await dialog.evaluate((element) => element.contains(document.activeElement));
    if (!isInside) outside += 1;
  }
  return outside;
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

async function isFocused(target: Locator): Promise<void> {
  await expect.poll(() => hasFocus(target)).toBe(true);
}
