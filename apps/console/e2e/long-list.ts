import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { type OpenPage, openPage } from "./browser.ts";
import { filledWorld } from "./filled-world.ts";

/** The maximum number of rendered rows. */
const MOST_ROWS = 60;

export interface LongList {
  /** The path of the list's operation below `/v1`. */
  readonly path: string;
  readonly count: number;
  /** The path of the page below `/console`. */
  readonly page: string;
  readonly caption: string;
}

/** The part of all turns that may be slow: those in which the browser collects garbage. */
const SLOW_TURNS = 0.02;

/**
 * Opens a long list, scrolls to its end, and expects few rendered rows, and that turns of the wheel take less processor
 * time than the first rendering of the page.
 */
export async function expectSmooth(list: LongList): Promise<void> {
  const world = await filledWorld("Training on the cluster");
  const opened = await openPage(world, "/console/profile");
  const { page } = opened;
  await answerWithMany(page, { ...list, first: (await world.send(`/v1${list.path}`))[0] });
  const worked = await processorTime(opened);
  const before = await worked();
  await page.goto(`/console${list.page}`);
  const table = page.getByRole("table", { name: list.caption });
  await table.locator("[data-index]").first().waitFor();
  const rendering = (await worked()) - before;
  const { turns, most } = await scrollToEnd(page, { table, rows: list.count, worked });
  expect(most).toBeLessThan(MOST_ROWS);
  const slow = turns.filter((time) => time >= rendering);
  expect(slow.length).toBeLessThanOrEqual(turns.length * SLOW_TURNS);
}

/**
 * Returns a function that returns the milliseconds that the page's thread has worked. A `PerformanceObserver` would
 * include the time that other programs use.
 */
async function processorTime({ page, context }: OpenPage): Promise<() => Promise<number>> {
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
  };
}

/** Responds to the requests of a list with many copies of one item, in pages like those of the API. */
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

/** Returns the number of rows of a table according to `aria-rowcount`, without its header. */
export async function rowsOf(table: Locator): Promise<number> {
  return Number(await table.getAttribute("aria-rowcount")) - 1;
}

interface LongTable {
  readonly table: Locator;
  readonly rows: number;
  readonly worked: () => Promise<number>;
}

/** What was measured while a table was scrolled. */
interface Scrolled {
  /** The processor time of each turn of the wheel, in milliseconds. */
  readonly turns: readonly number[];
  /** The maximum number of rendered rows. */
  readonly most: number;
}

/** Scrolls to the end of a table, alternately by a turn of the wheel and to the end of the loaded rows. */
async function scrollToEnd(page: Page, { table, rows, worked }: LongTable): Promise<Scrolled> {
  await page.mouse.move(700, 400);
  const turns: number[] = [];
  let [most, before] = [0, await worked()];
  for (let turn = 0; turn < 1000; turn += 1) {
    if (turn % 2 === 1) await page.keyboard.press("End");
    else await page.mouse.wheel(0, 1500);
    const { inPage, isAtEnd } = await page.evaluate(stateOfScroll);
    const now = await worked();
    turns.push(now - before);
    [most, before] = [Math.max(most, inPage), now];
    if (isAtEnd && (await rowsOf(table)) === rows) return { turns, most };
  }
  throw new Error(`The table has ${await rowsOf(table)} rows.`);
}

/** Runs in the page. Waits for a frame, then returns the state of scrolling. */
async function stateOfScroll(): Promise<{ inPage: number; isAtEnd: boolean }> {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  return {
    inPage: document.querySelectorAll("[data-index]").length,
    isAtEnd: scrollY + innerHeight >= document.body.scrollHeight - 2,
  };
}
