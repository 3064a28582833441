import type { Page, Request } from "playwright-core";
import { expect, test } from "vitest";
import { type ConsolePage, PAGES } from "../src/host/pages.ts";
import { openPage } from "./browser.ts";
import { filledWorld, pathsOf } from "./filled-world.ts";
import { gate } from "./gate.ts";
import { settled } from "./settled.ts";
import { newWorld } from "./world.ts";

const ACCOUNT_PATHS = ["/sign-in", "/sign-up", "/forgotten-password"];

/** Pages with a lot of content that arrives late. */
const PATHS = ["/sign-in", "/api-keys", "/usage", "/requests", "/datasets", "/profile"];

/** A cumulative layout shift that nobody notices. Up to 0.1 is considered good. */
const UNSEEN = 0.01;

/** Returns the text of the heading; empty if a grey bar stands for a name. */
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
    await settled(page);
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

const WORLDS = [
  { kind: "filled", make: () => filledWorld("Training on the cluster") },
  { kind: "new", make: () => newWorld() },
] as const;

test.each(WORLDS)(
  "nothing moves while the data of a $kind account arrive, on a phone and on a desktop",
  async ({ make }) => {
    const world = await make();
    const shifts: Record<string, Shifts> = {};
    const paths = [...PATHS, `/organizations/${world.organizationId}/webhooks`];
    const look = async (viewport: { width: number; height: number }): Promise<void> => {
      const { page } = await openPage(world, "/console/nowhere", { viewport });
      await page.addInitScript(observeShifts);
      for (const path of paths) {
        await page.goto(`/console${path}`);
        await settled(page);
        const found: Shifts = await page.evaluate(() => Reflect.get(window, "shifts"));
        if (found.sum > UNSEEN) shifts[`${path} at ${viewport.width}`] = found;
      }
    };
    await Promise.all([look({ width: 412, height: 823 }), look({ width: 1280, height: 800 })]);
    expect(shifts).toEqual({});
  },
);

// No page is drawn before the first response to /v1/me. The second one has the rate limit.
test.each([
  { last: "/v1/me", first: 1 },
  { last: "/v1/api-keys", first: 0 },
  { last: "/v1/usage", first: 0 },
])("nothing moves on the usage page if $last is answered last", async ({ last, first }) => {
  const viewport = { width: 1280, height: 800 };
  const { page } = await openPage(await newWorld(), "/console/nowhere", { viewport });
  await page.addInitScript(observeShifts);
  const [arrival, release] = gate();
  let count = 0;
  await page.route(
    ({ pathname }) => pathname === last,
    async (route) => {
      if (++count > first) await arrival;
      await route.continue();
    },
  );
  const others = ["/v1/me", "/v1/api-keys", "/v1/usage"].filter((path) => path !== last);
  const answered = others.map((path) => page.waitForResponse(`**${path}*`));
  await page.goto("/console/usage", { waitUntil: "commit" });
  await Promise.all(answered);
  await page.locator("#root > :not(.first-paint) h1").first().waitFor();
  await page.evaluate(twoFrames);
  release();
  await settled(page);
  const found: Shifts = await page.evaluate(() => Reflect.get(window, "shifts"));
  expect(found.sum, found.moved.join("\n")).toBeLessThanOrEqual(UNSEEN);
});

test.each(["/sign-in", "/usage"])(
  "the first paint of %s needs its own styles only: the others come later, and change nothing",
  async (path) => {
    const { page } = await openPage(await newWorld(), "/console/nowhere");
    const [arrival, release] = gate();
    await page.route(/assets\/style-/, async (route) => {
      await arrival;
      await route.continue();
    });
    await page.route(/assets\/.*\.js$/, (route) => route.abort());
    await page.goto(`/console${path}`, { waitUntil: "commit" });
    await page.locator(".first-paint h1").waitFor();
    const before = await page.evaluate(looksOf);
    expect(before).toContain("rgb");
    release();
    await page.waitForLoadState();
    expect(await page.evaluate(looksOf)).toBe(before);
  },
);

test("each page uses all of the data that its HTML asks for, and asks for none of them again", async () => {
  const { page } = await openPage(await filledWorld("Training"), "/console/nowhere");
  const unused: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("preload")) unused.push(message.text());
  });
  for (const [path, { data }] of Object.entries<ConsolePage>(PAGES)) {
    if (!data) continue;
    const asked: string[] = [];
    const note = (request: Request): void => void asked.push(request.url());
    page.on("request", note);
    await page.goto(`/console${path}`);
    await settled(page);
    page.off("request", note);
    for (const url of data) expect(asked.filter((each) => each.endsWith(url))).toHaveLength(1);
  }
  expect(unused).toEqual([]);
});

/** Runs in the page. */
async function twoFrames(): Promise<void> {
  for (let frame = 0; frame < 2; frame++)
    await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Runs in the page. Returns the position and the style of each element of the first paint. */
function looksOf(): string {
  const elements = [...document.querySelectorAll(".first-paint, .first-paint *")];
  const background = getComputedStyle(document.body).backgroundColor;
  return [background, ...elements.map(lookOf)].join("\n");

  function lookOf(element: Element): string {
    const { x, y, width, height } = element.getBoundingClientRect();
    const { color, backgroundColor, font, letterSpacing, display } = getComputedStyle(element);
    const look = [color, backgroundColor, font, letterSpacing, display];
    return [element.tagName, x, y, width, height, ...look].join(" ");
  }
}

/** Runs in the page. Records which elements were moved, and the sum of the shifts. */
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
