import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { type OpenPage, openPage } from "./browser.ts";
import { newWorld, type World } from "./world.ts";

/** The longest that the page may work between two frames while it is scrolled, in milliseconds of its processor. */
const MOST_MS = 200;

test("a list of 1,000 keys is complete, and smooth to scroll", async () => {
  const world = await newWorld();
  // With the first, 1,000. An account may have 500 keys that work: most of these were revoked.
  await makeKeys(world, { count: 499, name: "Old", isRevoked: true });
  await makeKeys(world, { count: 400, name: "Older", isRevoked: true });
  await makeKeys(world, { count: 100, name: "New", isRevoked: false });
  const opened = await openPage(world, "/console/api-keys?show=all");
  expect(await rowsOf(opened.page, "API keys", 1000)).toBe(1000);
  expect(await longestTurn(opened)).toBeLessThan(MOST_MS);
  await opened.page.getByRole("searchbox").fill("Older 123");
  expect(await rowsOf(opened.page, "API keys", 1)).toBe(1);
});

test("a list of 2,000 datasets is complete, and smooth to scroll", async () => {
  const world = await newWorld();
  await makeDatasets(world, 2000);
  const opened = await openPage(world, "/console/datasets");
  expect(await rowsOf(opened.page, "Datasets", 2000)).toBe(2000);
  expect(await longestTurn(opened)).toBeLessThan(MOST_MS);
});

interface ManyKeys {
  readonly count: number;
  readonly name: string;
  readonly isRevoked: boolean;
}

async function makeKeys(world: World, { count, name, isRevoked }: ManyKeys): Promise<void> {
  await inParallel(count, async (index) => {
    const { id } = await world.send("/v1/api-keys", { body: { name: `${name} ${index}` } });
    if (isRevoked) await world.send(`/v1/api-keys/${id}/revoke`, { body: {} });
  });
}

async function makeDatasets(world: World, count: number): Promise<void> {
  const [model] = await world.send("/v1/models");
  await inParallel(count, (index) => {
    const args = { prompt: `film ${index}` };
    const body = { modelId: model.id, numSamples: 1, args };
    return world.send("/v1/datasets", { body });
  });
}

/** How many rows a table says it has, once it has so many or loads no more. */
async function rowsOf(page: Page, name: string, expected: number): Promise<number> {
  const table = page.getByRole("table", { name });
  await table.waitFor();
  const rows = async (): Promise<number> => Number(await table.getAttribute("aria-rowcount")) - 1;
  await expect.poll(rows, { timeout: 30_000 }).toBe(expected);
  return rows();
}

/**
 * Scrolls to the end of a page. Returns how long it worked at most for one turn of the wheel, in milliseconds. Time
 * that other programs take the processor for does not count, as it would for `PerformanceObserver`.
 */
async function longestTurn({ page, context }: OpenPage): Promise<number> {
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const worked = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
  };
  const isAtEnd = (): Promise<boolean> =>
    page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 2);
  await page.mouse.move(700, 400);
  let [longest, before, turns] = [0, await worked(), 0];
  for (; turns < 300 && !(await isAtEnd()); turns += 1) {
    await page.mouse.wheel(0, 1500);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    const now = await worked();
    [longest, before] = [Math.max(longest, now - before), now];
  }
  expect(await isAtEnd()).toBe(true);
  console.log("LONGEST", longest, turns);
  return longest;
}

/** Does something so many times, twenty at once. */
async function inParallel<T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) results[index] = await work(index);
  };
  await Promise.all(Array.from({ length: 20 }, worker));
  return results;
}
