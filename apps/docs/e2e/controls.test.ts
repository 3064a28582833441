import { afterAll, beforeAll, expect, test } from "vitest";
import { edit, editedCode, press, programsOf } from "./program.ts";
import { focused, follow, type OpenSite, open, openSite } from "./site.ts";

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test("a double click on Run runs the program once", async () => {
  const page = await site.context.newPage();
  await open(page, `${site.url}/get-started`);
  const [program] = await programsOf(page, "ts");
  await program?.locator('[data-action="run"]').dblclick();
  await program?.locator('[data-phase="ended"][data-status="0"]').waitFor({ state: "attached" });
  await page.close();
});

test("Copy selects the code where the page may not use the clipboard", async () => {
  const page = await site.context.newPage();
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", {}));
  await open(page, `${site.url}/get-started`);
  const block = page.locator(".theme-code-block").first();
  await block.getByRole("button", { name: "Copy" }).click();
  await block.getByRole("button", { name: "Selected: now copy it" }).waitFor();
  expect(await page.evaluate(() => String(getSelection()))).toBe(
    await block.locator("code").textContent(),
  );
  await page.close();
});

test("Edit, Reset and Escape move the focus to a useful element", async () => {
  const page = await site.context.newPage();
  await open(page, `${site.url}/get-started`);
  const [program] = await programsOf(page, "ts");
  if (!program) throw new Error("The page has no example.");
  const field = await edit(program);
  await expect.poll(() => field.evaluate((each) => each.matches(":focus"))).toBe(true);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Escape");
  await expect.poll(() => focused(page)).toBe("Run");
  await program.getByRole("button", { name: "Reset" }).press("Enter");
  await expect.poll(() => focused(page)).toBe("Edit");
  await program.locator('[data-action="target"]').press("Enter");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => focused(page)).toContain("in this page");
  await page.close();
});

test("Ctrl+Enter runs the edited code, and an edit survives a visit to another page", async () => {
  const page = await site.context.newPage();
  await open(page, `${site.url}/get-started`);
  const [program] = await programsOf(page, "ts");
  if (!program) throw new Error("The page has no example.");
  await (await edit(program)).fill('console.log("edited");');
  await page.keyboard.press("Control+Enter");
  await program.locator('[data-phase="ended"][data-status="0"]').waitFor({ state: "attached" });
  await follow(page, "/authentication");
  await follow(page, "/get-started");
  await expect.poll(() => editedCode(program)).toBe('console.log("edited");');
  await program.getByRole("button", { name: "Reset" }).click();
  await follow(page, "/authentication");
  await follow(page, "/get-started");
  expect(await program.getByRole("textbox").count()).toBe(0);
  await page.close();
});

test("the output scrolls to its end unless the reader has scrolled up", async () => {
  const page = await site.context.newPage();
  await open(page, `${site.url}/get-started`);
  const [program] = await programsOf(page, "ts");
  if (!program) throw new Error("The page has no example.");
  const field = await edit(program);
  const print = "for (let i = 0; i < 300; i++) console.log(i);";
  await field.fill(print);
  await press(program);
  const log = program.getByRole("log");
  const fromEnd = () =>
    log.evaluate((each) => each.scrollHeight - each.scrollTop - each.clientHeight);
  await expect.poll(fromEnd).toBeLessThan(2);
  const wait = 'await new Promise((go) => { new BroadcastChannel("go").onmessage = go; });';
  await field.fill(`${print}\n${wait}\n${print}`);
  await program.locator('[data-action="run"]').click();
  // Waits for the first half of the new output.
  await program.locator('[data-phase="running"]').waitFor({ state: "attached" });
  await log.getByText("299").waitFor();
  await expect.poll(fromEnd).toBeLessThan(2);
  await log.evaluate((each) => {
    each.scrollTop = 10;
  });
  await page.evaluate(() => new BroadcastChannel("go").postMessage("on"));
  await program.locator('[data-phase="ended"]').waitFor({ state: "attached" });
  expect(await log.evaluate((each) => each.scrollTop)).toBe(10);
  await page.close();
});

test("running the example of the home page does not move its headline", async () => {
  const page = await site.context.newPage();
  await open(page, `${site.url}/`);
  const top = () =>
    page
      .getByRole("heading", { level: 1 })
      .evaluate((each) => each.getBoundingClientRect().top + scrollY);
  const before = await top();
  const [program] = await programsOf(page, "ts");
  if (program) await press(program);
  expect(await top()).toBe(before);
  await page.close();
});

test("the sidebar is of the same width on every page, light and dark", async () => {
  const page = await site.context.newPage();
  const widths = new Set<number>();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const path of ["/authentication", "/reference/create-dataset", "/sdk/python/reference"]) {
      await open(page, site.url + path);
      const sidebar = page.locator(".theme-doc-sidebar-container");
      widths.add((await sidebar.boundingBox())?.width ?? 0);
    }
  }
  expect([...widths]).toEqual([280]);
  await page.close();
});

test.each([320, 390])(
  "Copy covers neither code nor tabs on a touch screen of %i pixels",
  async (width) => {
    const context = await site.browser.newContext({
      viewport: { width, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    await open(page, `${site.url}/get-started`);
    for (const block of await page.locator(".theme-code-block:visible").all()) {
      const button = await block.getByRole("button", { name: "Copy" }).boundingBox();
      const code = await block.locator("code").boundingBox();
      expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThanOrEqual(code?.y ?? 0);
      const tabs = block.locator("xpath=ancestor::*[@data-runnable]").getByRole("tab");
      for (const tab of await tabs.all()) {
        const box = await tab.boundingBox();
        const isBeside = (box?.x ?? 0) + (box?.width ?? 0) <= (button?.x ?? 0);
        const isAbove = (box?.y ?? 0) + (box?.height ?? 0) <= (button?.y ?? 0);
        expect(isBeside || isAbove).toBe(true);
      }
    }
    await context.close();
  },
);

test("printed code is complete", async () => {
  const page = await site.context.newPage();
  await open(page, `${site.url}/training`.replace("/training", "/guides/training"));
  await page.emulateMedia({ media: "print" });
  const cut = await page
    .locator(".code-block:visible")
    .evaluateAll((blocks) =>
      blocks
        .filter((each) => each.scrollWidth > each.clientWidth)
        .map(({ textContent }) => textContent),
    );
  expect(cut).toEqual([]);
  expect(await page.locator(".copy-code:visible").count()).toBe(0);
  await page.close();
});

test("forced colours show the selected tab, the selected search result and the section", async () => {
  const page = await site.context.newPage();
  await page.emulateMedia({ forcedColors: "active" });
  await open(page, `${site.url}/get-started`);
  const styleOf = (selector: string, property: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((each, name) => getComputedStyle(each).getPropertyValue(name), property);
  const [on, off] = ["true", "false"].map((is) => `[role="tab"][aria-selected="${is}"]`);
  const line = "border-bottom-color";
  expect(await styleOf(on ?? "", line)).not.toBe(await styleOf(off ?? "", line));
  expect(await styleOf(".navbar__link--active", "text-decoration-line")).toBe("underline");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("rate limits");
  await page.getByRole("option", { selected: true }).waitFor();
  expect(await styleOf('[role="option"][aria-selected="true"]', "outline-style")).toBe("solid");
  expect(await styleOf('[role="option"][aria-selected="false"]', "outline-style")).toBe("none");
  await page.close();
});
