import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { type OpenPage, openPage } from "./browser.ts";
import { filledWorld } from "./filled-world.ts";

/** The longest that the page may work between two frames while it is scrolled, in milliseconds of its processor. */
const MOST_MS = 200;
/** Of any number of rows, so many are in the page at most. */
const MOST_ROWS = 60;

export interface LongList {
  /** The list's operation, below `/v1`. */
  readonly path: string;
  readonly count: number;
  /** The address of the page that shows it, below `/console`, and the name of its table. */
  readonly page: string;
  readonly caption: string;
}

/** Opens a long list, scrolls to its end, and expects that the page was smooth and held few rows. */
export async function expectSmooth(list: LongList): Promise<void> {
  const world = await filledWorld("Training on the cluster");
  const opened = await openPage(world, "/console/profile");
  const { page } = opened;
  await answerWithMany(page, { ...list, first: (await world.send(`/v1${list.path}`))[0] });
  await page.goto(`/console${list.page}`);
  const table = page.getByRole("table", { name: list.caption });
  await table.waitFor();
  const { longest, most } = await scrollToEnd(opened, { table, rows: list.count });
  expect(most).toBeLessThan(MOST_ROWS);
  expect(longest).toBeLessThan(MOST_MS);
}

/** Answers a list's requests with many copies of one item, in pages as the API's. */
export async function answerWithMany(
  page: Page,
  { path, count, first }: Pick<LongList, "path" | "count"> & { readonly first: object },
): Promise<void> {
  await page.route(
    (url) => url.pathname === `/v1${path}`,
    async (route) => {
      const { searchParams } = new URL(route.request().url());
      const start = Number(searchParams.get("cursor") ?? 0);
      const end = Math.min(count, start + Number(searchParams.get("limit") ?? 100));
      const items = Array.from({ length: end - start }, (_, index) => copyOf(first, start + index));
      const next = { link: `</v1${path}?cursor=${end}>; rel="next"` };
      const headers = { "x-total-count": `${count}`, ...(end < count && next) };
      await route.fulfill({ json: items, headers });
    },
  );
}

function copyOf(item: object, index: number): object {
  const id = `01939ae2-0000-7000-8000-${String(index).padStart(12, "0")}`;
  return { ...item, id, ...("name" in item && { name: `number ${index}.` }) };
}

/** How many rows a table says it has, besides its header. */
export async function rowsOf(table: Locator): Promise<number> {
  return Number(await table.getAttribute("aria-rowcount")) - 1;
}

interface LongTable {
  readonly table: Locator;
  readonly rows: number;
}

/** The most of what happened while a table was scrolled. */
interface Scrolled {
  /** How long the page worked for one turn of the wheel, in milliseconds. */
  readonly longest: number;
  /** How many rows were in the page. */
  readonly most: number;
}

/**
 * Scrolls down to the end of a table with so many rows: by turns of the wheel, and every other time to the end of what
 * is loaded. Time that other programs take the processor for does not count, as it would in a `PerformanceObserver`.
 */
async function scrollToEnd(
  { page, context }: OpenPage,
  { table, rows }: LongTable,
): Promise<Scrolled> {
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const worked = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
  };
  await page.mouse.move(700, 400);
  let [longest, most, before] = [0, 0, await worked()];
  for (let turn = 0; turn < 1000; turn += 1) {
    if (turn % 2 === 1) await page.keyboard.press("End");
    else await page.mouse.wheel(0, 1500);
    const { inPage, isAtEnd } = await page.evaluate(stateOfScroll);
    const now = await worked();
    [longest, most, before] = [Math.max(longest, now - before), Math.max(most, inPage), now];
    if (isAtEnd && (await rowsOf(table)) === rows) return { longest, most };
  }
  throw new Error(`The table has ${await rowsOf(table)} rows.`);
}

/** Waits for a frame. */
async function stateOfScroll(): Promise<{ inPage: number; isAtEnd: boolean }> {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  return {
    inPage: document.querySelectorAll("[data-index]").length,
    isAtEnd: scrollY + innerHeight >= document.body.scrollHeight - 2,
  };
}
