/**
 * Measures the main thread's work on a page of each kind, in processor time, on which other programs of the machine
 * have little influence: node scripts/main-thread.mts [kind …], RUNS=5. DETAIL=1 lists the causes of long tasks.
 */
import { launchChromium } from "@sinkove/chromium";
import type { Browser } from "playwright-core";
import { buildFolder } from "../test/built-site.mts";
import { kindsOfPage } from "../test/kinds-of-page.mts";
import { serveSite } from "./site-server.mts";

/** The slowdown that simulates a phone, as in Lighthouse. */
const SLOWDOWN = 4;
/** The time after which a task counts as blocking, in milliseconds. */
const LONG = 50;
const categories = [
  "toplevel",
  "devtools.timeline",
  "v8.execute",
  "disabled-by-default-v8.compile",
];

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time, in microseconds. */
  readonly tdur?: number;
  readonly args: { readonly name?: string; readonly data?: Readonly<Record<string, unknown>> };
}

interface Work {
  readonly total: number;
  readonly blocking: number;
  readonly longest: number;
  readonly details: readonly string[];
}

const wanted = process.argv.slice(2);
const runs = Number(process.env.RUNS ?? 5);
const site = await serveSite({ folder: process.env.FOLDER ?? buildFolder, port: 0 });
const browser = await launchChromium();
const kinds = kindsOfPage.filter(({ kind }) => wanted.length === 0 || wanted.includes(kind));
for (const { kind, address } of [{ kind: "bare page", address: "/robots.txt" }, ...kinds]) {
  const works: Work[] = [];
  for (let run = 0; run < runs; run++) works.push(await workOf(browser, site.url + address));
  const [total, blocking, longest] = (["total", "blocking", "longest"] as const).map((name) =>
    Math.round(median(works.map((work) => work[name]))),
  );
  console.log(`${kind}: blocking ${blocking} ms, longest task ${longest} ms, in all ${total} ms`);
  if (process.env.DETAIL) console.log(works.at(-1)?.details.join("\n"));
}
await browser.close();
await site.close();

async function workOf(chromium: Browser, url: string): Promise<Work> {
  const context = await chromium.newContext({ viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  await chromium.startTracing(page, { categories });
  await page.goto(url, { waitUntil: "networkidle" });
  const { traceEvents } = JSON.parse(String(await chromium.stopTracing())) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  await context.close();
  return readWork(traceEvents);
}

function readWork(events: readonly TraceEvent[]): Work {
  const main = mainThreadOf(events);
  const own = events.filter(
    ({ ph, pid, tid }) => ph === "X" && pid === main?.pid && tid === main.tid,
  );
  const tasks = own.filter(({ name }) => /RunTask$/.test(name));
  const times = tasks.map(({ tdur = 0 }) => (tdur / 1000) * SLOWDOWN);
  return {
    total: times.reduce((sum, time) => sum + time, 0),
    blocking: times.reduce((sum, time) => sum + Math.max(0, time - LONG), 0),
    longest: Math.max(0, ...times),
    details: tasks
      .filter(({ tdur = 0 }) => (tdur / 1000) * SLOWDOWN > LONG)
      .map((task) => `  ${described(task)}: ${partsOf(task, own).map(described).join("; ")}`),
  };
}

/** Finds the thread that showed the page. */
function mainThreadOf(events: readonly TraceEvent[]): TraceEvent | undefined {
  const paints = events.filter(({ name }) => name === "firstContentfulPaint");
  return paints.at(-1) ?? events.find(({ name }) => name === "ParseHTML");
}

function partsOf(task: TraceEvent, events: readonly TraceEvent[]): readonly TraceEvent[] {
  return events
    .filter(({ name, ts, tdur = 0 }) => {
      const isInside = ts >= task.ts && ts < task.ts + (task.dur ?? 0);
      return isInside && !/RunTask$/.test(name) && tdur > 2000;
    })
    .toSorted((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0))
    .slice(0, 8);
}

function described({ name, tdur = 0, args }: TraceEvent): string {
  const { url, functionName, type } = args.data ?? {};
  const where = [
    functionName,
    type,
    String(url ?? "")
      .split("/")
      .at(-1),
  ]
    .filter(Boolean)
    .join(" ");
  return `${name}${where && ` (${where})`} ${Math.round((tdur / 1000) * SLOWDOWN)} ms`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
