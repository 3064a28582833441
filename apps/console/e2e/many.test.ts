import type { Locator } from "playwright-core";
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
  const keys = opened.page.getByRole("table", { name: "API keys" });
  expect(await longestTurn(opened, { table: keys, rows: 1000 })).toBeLessThan(MOST_MS);
  await opened.page.getByRole("searchbox").fill("Older 123");
  await expect.poll(() => rowsOf(keys)).toBe(1);
});

test("a list of 2,000 datasets loads as it is scrolled, and is smooth", async () => {
  const world = await newWorld();
  await makeDatasets(world, 2000);
  await world.advance("PT1H");
  const opened = await openPage(world, "/console/datasets");
  const datasets = opened.page.getByRole("table", { name: "Datasets" });
  expect(await longestTurn(opened, { table: datasets, rows: 2000 })).toBeLessThan(MOST_MS);
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

/** How many rows a table says it has, besides its header. */
async function rowsOf(table: Locator): Promise<number> {
  return Number(await table.getAttribute("aria-rowcount")) - 1;
}

interface LongTable {
  readonly table: Locator;
  readonly rows: number;
}

/**
 * Scrolls to the end of a table with so many rows. Returns how long the page worked at most for one turn of the wheel,
 * in milliseconds. Time that other programs take the processor for does not count, as it would in a
 * `PerformanceObserver`.
 */
async function longestTurn({ page, context }: OpenPage, { table, rows }: LongTable) {
  await table.waitFor();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const worked = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
  };
  const isThrough = async (): Promise<boolean> =>
    (await rowsOf(table)) === rows &&
    (await page.evaluate(() => scrollY + innerHeight >= document.body.scrollHeight - 2));
  await page.mouse.move(700, 400);
  let [longest, before] = [0, await worked()];
  for (let turns = 0; turns < 500 && !(await isThrough()); turns += 1) {
    await page.mouse.wheel(0, 1500);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    const now = await worked();
    [longest, before] = [Math.max(longest, now - before), now];
  }
  expect(await rowsOf(table)).toBe(rows);
  console.log("LONGEST", longest);
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
