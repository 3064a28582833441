import { afterAll, beforeAll, expect, test } from "vitest";
import { findingsOf, openForAxe } from "../test/axe.mts";
import { editedCode, press, programsOf } from "./program.ts";
import { type OpenSite, open, openSite } from "./site.ts";

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test("the samples of an operation send the filled-in body, and Reset restores the example", async () => {
  const page = await site.context.newPage();
  await open(page, `${site.url}/reference/create-dataset`);
  const example = page.locator("[data-runnable]");
  await example.getByText("Fill in the request body").press("Enter");
  const size = example.getByLabel("numSamples");
  await size.fill("3");
  await example.getByLabel("args").fill(`{ "prompt": "it's a pneumonia" }`);
  await example.getByText("The body follows the contract.").waitFor();
  for (const language of ["py", "sh", "ts"] as const) {
    const [program] = await programsOf(page, language);
    if (!program) throw new Error("The page has no program.");
    await expect.poll(() => editedCode(program)).toMatch(/\b3,?$|:3,/m);
  }
  for (const language of ["sh", "ts"] as const) {
    const [program] = await programsOf(page, language);
    if (!program) throw new Error("The page has no program.");
    const { status, stdout } = await press(program);
    expect(status).toBe(0);
    expect(stdout).toContain("it's a pneumonia");
  }
  await example.locator('[data-language="ts"]').getByRole("button", { name: "Reset" }).click();
  await expect.poll(() => size.inputValue()).toBe("50");
  await page.close();
});

test("the contract's validators say what is wrong with a field, by keyboard alone", async () => {
  const page = await site.context.newPage();
  await open(page, `${site.url}/reference/create-api-key`);
  const example = page.locator("[data-runnable]");
  await example.getByText("Fill in the request body").press("Enter");
  const limit = example.getByLabel(/^limit\b/);
  await limit.focus();
  await page.keyboard.type("many");
  await example.getByText("limit must be of type integer").waitFor();
  expect(await limit.getAttribute("aria-invalid")).toBe("true");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/\/windowSeconds$/);
  await example.getByText("windowSeconds is missing").waitFor();
  await page.close();
});

test("a text that is not JSON is kept in its field", async () => {
  const page = await site.context.newPage();
  await open(page, `${site.url}/reference/create-dataset`);
  const example = page.locator("[data-runnable]");
  await example.getByText("Fill in the request body").click();
  const args = example.getByLabel("args");
  await args.fill("{");
  await example.getByText("args is not JSON").waitFor();
  expect(await args.inputValue()).toBe("{");
  await page.close();
});

test.each(["light", "dark"] as const)("axe finds nothing in an open form, %s", async (scheme) => {
  const page = await openForAxe(site.browser, `${site.url}/reference/create-api-key`, scheme);
  await page.getByText("Fill in the request body").click();
  await page.getByLabel(/^name\b/).fill("");
  await page.getByText("field breaks the contract").waitFor();
  expect(await findingsOf(page)).toEqual([]);
  await page.context().close();
});

test("Run on the home page shows an image", async () => {
  const page = await site.context.newPage();
  await open(page, `${site.url}/`);
  const [program] = await programsOf(page, "ts");
  if (!program) throw new Error("The home page has no program.");
  expect((await press(program)).status).toBe(0);
  const film = program.getByRole("img", { name: /^Synthetic film/ });
  await film.waitFor();
  expect(await film.evaluate((each) => (each as HTMLImageElement).naturalWidth)).toBe(64);
  await page.close();
});
