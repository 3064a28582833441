import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { loadavg } from "node:os";
import { promisify } from "node:util";
import { findChromium } from "./find-chromium.ts";

const run = promisify(execFile);
/** npx fetches Lighthouse. It is not a dependency, because only two scripts use it and it has 200 dependencies. */
const LIGHTHOUSE = "lighthouse@13.5.0";
const FORMS = { phone: [], desktop: ["--preset=desktop"] } as const;
const METRICS = {
  FCP: "first-contentful-paint",
  LCP: "largest-contentful-paint",
  TBT: "total-blocking-time",
  CLS: "cumulative-layout-shift",
} as const;

/** A page to measure. */
export interface MeasuredPage {
  readonly name: string;
  readonly url: string;
}

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>;
}

/**
 * Measures pages with Lighthouse as phone and as desktop, and prints the median of each figure. Also measures a bare
 * page, which shows the influence of the machine.
 *
 * @throws Error if there is no Chromium
 */
export async function printLighthouse(pages: readonly MeasuredPage[], runs: number): Promise<void> {
  const bare = await serveBarePage();
  for (const [form, options] of Object.entries(FORMS)) {
    for (const { name, url } of [{ name: "bare page", url: bare.url }, ...pages]) {
      const reports: Report[] = [];
      for (let count = 0; count < runs; count++) reports.push(await measure(url, options));
      const load = (loadavg()[0] ?? Number.NaN).toFixed(1);
      console.log(`${name}, ${form}: ${described(reports)} | load ${load}`);
    }
  }
  bare.close();
}

async function measure(url: string, options: readonly string[]): Promise<Report> {
  const browser = await findChromium();
  if ("missing" in browser) throw new Error(browser.missing);
  const flags = ["--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox"];
  const { stdout } = await run("npx", ["--yes", LIGHTHOUSE, url, ...flags, ...options], {
    env: { ...process.env, ...browser.env, CHROME_PATH: browser.path },
    maxBuffer: 2 ** 27,
  });
  return JSON.parse(stdout);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function described(reports: readonly Report[]): string {
  const [first] = reports;
  const scores = Object.keys(first?.categories ?? {}).map((name) => {
    const all = reports.map(({ categories }) => categories[name]?.score ?? Number.NaN);
    return `${name} ${Math.round(100 * median(all))}`;
  });
  const times = Object.entries(METRICS).map(([name, audit]) => {
    const value = median(reports.map(({ audits }) => audits[audit]?.numericValue ?? Number.NaN));
    return `${name} ${name === "CLS" ? value.toFixed(3) : Math.round(value)}`;
  });
  return `${scores.join(", ")} | ${times.join(", ")}`;
}

/** Serves an almost empty page. */
async function serveBarePage(): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(
      `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><meta name="description" content="A bare page."><title>Bare</title><h1>Bare</h1><p>Nothing else.</p>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // The cast is safe: the server listens on a port.
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}/`, close: () => server.close() };
}
