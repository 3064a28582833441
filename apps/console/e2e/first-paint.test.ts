import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPage } from "./browser.ts";
import { filledWorld, pathsOf } from "./filled-world.ts";
import { settled } from "./settled.ts";

const ACCOUNT_PATHS = ["/sign-in", "/sign-up", "/forgotten-password"];

/** Pages with much that arrives late. */
const PATHS = ["/sign-in", "/api-keys", "/usage", "/requests", "/datasets", "/profile"];

/** Less than anybody sees, as a cumulative layout shift: good is up to 0.1. */
const UNSEEN = 0.01;

/** What is shown in the place of the heading: its text, or a grey bar where it is a name. */
function headingOf(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector("main h1")?.textContent ?? "");
}

test("each page shows its frame and heading before any script has run", async () => {
  const world = await filledWorld("Training on the cluster");
  const still = await openPage(world, "/console", { javaScriptEnabled: false });
  const { page } = await openPage(world, "/console");
  const headings: Record<string, readonly [before: string, after: string]> = {};
  for (const path of [...pathsOf(world), ...ACCOUNT_PATHS]) {
    await still.page.goto(`/console${path}`);
    expect(await still.page.getByText("Sinkove", { exact: true }).isVisible()).toBe(true);
    await page.goto(`/console${path}`);
    await page.locator("#root > :not(.first-paint) h1").first().waitFor();
    const [before, after] = [await headingOf(still.page), await headingOf(page)];
    if (before !== "" && before !== after) headings[path] = [before, after];
  }
  expect(headings).toEqual({});
});

test("a page whose script does not load says so", async () => {
  const world = await filledWorld("Training on the cluster");
  const { page } = await openPage(world, "/console/nowhere");
  const isBroken = { now: true };
  await page.route(/assets\/usage-page/, (route) =>
    isBroken.now ? route.abort() : route.continue(),
  );
  await page.goto("/console/usage");
  await page.getByRole("button", { name: "Try again" }).waitFor();
  isBroken.now = false;
  await page.reload();
  await page.getByRole("heading", { name: "Usage" }).waitFor();
});

interface Shifts {
  readonly sum: number;
  readonly moved: readonly string[];
}

test("nothing on the page moves while its data arrive, on a phone and on a desktop", async () => {
  const world = await filledWorld("Training on the cluster");
  const shifts: Record<string, Shifts> = {};
  const look = async (viewport: { width: number; height: number }): Promise<void> => {
    const { page } = await openPage(world, "/console/nowhere", { viewport });
    await page.addInitScript(observeShifts);
    for (const path of PATHS) {
      await page.goto(`/console${path}`);
      await settled(page);
      const found: Shifts = await page.evaluate(() => Reflect.get(window, "shifts"));
      if (found.sum > UNSEEN) shifts[`${path} at ${viewport.width}`] = found;
    }
  };
  await Promise.all([look({ width: 390, height: 844 }), look({ width: 1280, height: 800 })]);
  expect(shifts).toEqual({});
});

/** Notes what was moved, and by how much in all. */
function observeShifts(): void {
  const shifts = { sum: 0, moved: [] as string[] };
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      shifts.sum += Reflect.get(entry, "value");
      const sources: { node?: { textContent: string } }[] = Reflect.get(entry, "sources");
      shifts.moved.push(...sources.map(({ node }) => node?.textContent.slice(0, 80) ?? ""));
    }
  }).observe({ type: "layout-shift", buffered: true });
}
