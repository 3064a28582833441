import type { Locator, Page, Response } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { findingsOf, openForAxe } from "../test/axe.mts";
import { edit, editedCode, type Language, press, programsOf } from "./program.ts";
import { focused, type OpenSite, open, openSite } from "./site.ts";

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
  // Loads the fonts into the cache, so that none arrives during a measurement.
  await site.page.goto(`${site.url}/get-started`, { waitUntil: "networkidle" });
});
afterAll(() => site.close());

async function programOn(page: Page, language: Language = "ts"): Promise<Locator> {
  await open(page, `${site.url}/get-started`);
  const [program] = await programsOf(page, language);
  if (!program) throw new Error("The page has no example.");
  return program;
}

interface Character {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly style: string;
}

/** Returns each visible character of an element with its position and its colour. */
function charactersIn(element: Locator): Promise<readonly Character[]> {
  return element.evaluate((root) => {
    const found: Character[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { color, fontStyle, fontSize } = getComputedStyle(node.parentElement ?? document.body);
      [...(node.textContent ?? "")].forEach((text, index) => {
        if (text.trim() === "") return;
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const { x, y } = range.getBoundingClientRect();
        found.push({ text, x, y: y + scrollY, style: `${color} ${fontStyle} ${fontSize}` });
      });
    }
    return found;
  });
}

test.each(["ts", "sh", "py"] as const)(
  "Edit moves no character of %s, and changes no colour",
  async (language) => {
    const program = await programOn(site.page, language);
    const before = await charactersIn(program.locator("pre > code"));
    const field = await edit(program);
    const after = await charactersIn(field);
    expect(new Set(before.map(({ style }) => style)).size).toBeGreaterThan(3);
    expect(after.map(({ text, style }) => text + style)).toEqual(
      before.map(({ text, style }) => text + style),
    );
    const moved = before.filter(
      ({ x, y }, index) =>
        Math.abs(x - (after[index]?.x ?? 0)) > 2 || Math.abs(y - (after[index]?.y ?? 0)) > 1,
    );
    expect(moved).toEqual([]);
    expect(site.complaints).toEqual([]);
  },
);

test("Tab and Shift+Tab leave the editor", async () => {
  const { page } = site;
  await edit(await programOn(page));
  await page.keyboard.press("Tab");
  await expect.poll(() => focused(page)).toMatch(/^Copy|^Run/);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await expect.poll(() => focused(page)).toBe("TypeScript");
});

test("the editor handles keys: a slash is inserted, Enter indents, and Ctrl+Z undoes", async () => {
  const { page } = site;
  const program = await programOn(page);
  const field = await edit(program);
  await field.fill("");
  await page.keyboard.type("while (1 / 2) {");
  await page.keyboard.press("Enter");
  await page.keyboard.type("next();");
  expect(await editedCode(program)).toBe("while (1 / 2) {\n  next();");
  expect(await page.getByRole("combobox").count()).toBe(0);
  for (let presses = 0; presses < 5; presses++) await page.keyboard.press("Control+z");
  await expect.poll(() => editedCode(program)).toContain("import { Sinkove }");
});

test.each([
  ["ts", "\nconst = 1;", "const = 1;"],
  ["sh", "echo one\necho two)", "echo two)"],
  ["py", "def call():\n    return 1 / 0\ncall()", "    return 1 / 0"],
] as const)(
  "the line of an error in %s is marked until it is changed",
  async (language, code, line) => {
    const { page } = site;
    const program = await programOn(page, language);
    const field = await edit(program);
    await field.fill(code);
    expect((await press(program)).status).not.toBe(0);
    await expect.poll(() => field.locator(".cm-faulty").allTextContents()).toEqual([line]);
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    await field.locator(".cm-faulty").click();
    await page.keyboard.press("End");
    await page.keyboard.type(" ");
    expect(await field.locator(".cm-faulty").count()).toBe(0);
    expect(await field.getAttribute("aria-invalid")).toBeNull();
  },
);

describe("axe finds nothing in an editor that marks an error", () => {
  test.each(["light", "dark"] as const)("%s", async (scheme) => {
    const page = await openForAxe(site.browser, `${site.url}/get-started`, scheme);
    onTestFinished(() => page.context().close());
    const [program] = await programsOf(page, "ts");
    if (!program) throw new Error("The page has no example.");
    await (await edit(program)).fill(`const it = "${"long ".repeat(60)}";\nconst = 1;`);
    await press(program);
    await program.locator(".cm-faulty").waitFor();
    expect(await findingsOf(page)).toEqual([]);
  });
});

test("with forced colours, an error is still underlined, and brackets that match have a frame", async () => {
  const page = await site.context.newPage();
  onTestFinished(() => page.close());
  const program = await programOn(page);
  const field = await edit(program);
  await field.fill("const = (1);");
  await press(program);
  await field.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.emulateMedia({ forcedColors: "active" });
  const styleOf = (selector: string, property: string) =>
    field
      .locator(selector)
      .first()
      .evaluate((each, name) => getComputedStyle(each).getPropertyValue(name), property);
  await expect.poll(() => styleOf(".cm-matchingBracket", "outline-style")).toBe("solid");
  expect(await styleOf(".cm-faulty", "text-decoration-line")).toBe("underline");
  expect(await styleOf(".keyword", "color")).toBe(await styleOf(".cm-faulty", "color"));
});

/** Delays the file of the editor. Returns a function that lets the request continue or fail. */
async function heldBack(page: Page): Promise<(outcome: "continue" | "abort") => void> {
  let release: (outcome: "continue" | "abort") => void = () => undefined;
  const released = new Promise<"continue" | "abort">((resolve) => {
    release = resolve;
  });
  await page.route("**/assets/js/*.js", async (route) => {
    const response = await route.fetch();
    const isEditor = (await response.text()).includes("cm-gutters");
    if (isEditor && (await released) === "abort") return route.abort();
    return route.fulfill({ response });
  });
  return release;
}

test("a text area is shown while the editor loads, which then takes over its text, selection and focus", async () => {
  const page = await site.context.newPage();
  onTestFinished(() => page.close());
  const release = await heldBack(page);
  const program = await programOn(page);
  await program.getByRole("button", { name: "Edit" }).click();
  const area = program.locator("textarea");
  await area.fill("one two");
  await area.evaluate((each) => (each as HTMLTextAreaElement).setSelectionRange(4, 7));
  release("continue");
  await program.locator("[data-editor]").waitFor();
  await page.keyboard.type("three");
  expect(await editedCode(program)).toBe("one three");
});

test("if its file cannot be loaded, the text area stays and runs, and the next Edit tries again", async () => {
  const page = await site.context.newPage();
  onTestFinished(() => page.close());
  const release = await heldBack(page);
  const program = await programOn(page);
  await program.getByRole("button", { name: "Edit" }).click();
  const failed = page.waitForEvent("requestfailed");
  release("abort");
  await failed;
  await program.locator("textarea").fill("console.log(6 * 7);");
  expect(await press(program)).toMatchObject({ status: 0, stdout: "42\n" });
  await page.unroute("**/assets/js/*.js");
  await program.getByRole("button", { name: "Reset" }).click();
  await edit(program);
  expect(await editedCode(program)).toContain("import { Sinkove }");
});

test("a character that is being composed is not lost, before the editor is loaded or in it", async () => {
  const page = await site.context.newPage();
  onTestFinished(() => page.close());
  const keyboard = await site.context.newCDPSession(page);
  const compose = (text: string) =>
    keyboard.send("Input.imeSetComposition", { text, selectionStart: 1, selectionEnd: 1 });
  const release = await heldBack(page);
  await open(page, `${site.url}/get-started`);
  const [other, program] = await programsOf(page, "ts");
  if (!program || !other) throw new Error("The page has fewer than two examples.");
  await other.getByRole("button", { name: "Edit" }).click();
  await program.getByRole("button", { name: "Edit" }).click();
  await program.locator("textarea").fill("");
  await compose("に");
  release("continue");
  await other.locator("[data-editor]").waitFor();
  expect(await program.locator("textarea").inputValue()).toBe("に");
  await keyboard.send("Input.insertText", { text: "日" });
  await program.locator("[data-editor]").waitFor();
  await compose("ほ");
  await expect.poll(() => editedCode(program)).toBe("日ほ");
  await keyboard.send("Input.insertText", { text: "本" });
  await expect.poll(() => editedCode(program)).toBe("日本");
});

test("no page loads the editor before Edit", async () => {
  const page = await site.context.newPage();
  onTestFinished(() => page.close());
  const scripts: Response[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith(".js")) scripts.push(response);
  });
  const hasEditor = async (): Promise<boolean> => {
    const codes = await Promise.all(scripts.map((script) => script.text()));
    return codes.some((code) => code.includes("cm-gutters"));
  };
  const program = await programOn(page);
  await page.mouse.move(5, 5);
  await page.waitForLoadState("networkidle");
  expect(await hasEditor()).toBe(false);
  await edit(program);
  expect(await hasEditor()).toBe(true);
});

test("a long line neither widens a phone's page nor is cut when it is printed", async () => {
  const context = await site.browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const program = await programOn(page);
  const field = await edit(program);
  await field.tap();
  await field.fill(`console.log("${"long ".repeat(60)}");`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const isCut = () =>
    program.locator(".cm-scroller").evaluate((each) => each.scrollWidth > each.clientWidth + 1);
  expect(await isCut()).toBe(true);
  await page.emulateMedia({ media: "print" });
  await expect.poll(isCut).toBe(false);
});
