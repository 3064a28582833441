/**
 * Lighthouse on a page of each kind, as phone and as desktop, beside a bare page that tells what the machine makes of
 * it: node scripts/lighthouse.mts [kind …], RUNS=5. Of each figure, the median.
 * Lighthouse is fetched by npx: it is a tool of this script alone, and brings two hundred packages.
 */
import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { loadavg } from "node:os";
import { promisify } from "node:util";
import { findChromium } from "@sinkove/chromium";
import { buildFolder } from "../test/built-site.mts";
import { kindsOfPage } from "../test/kinds-of-page.mts";
import { serveSite } from "./site-server.mts";

const run = promisify(execFile);
const lighthouse = "lighthouse@13.5.0";
const forms = { phone: [], desktop: ["--preset=desktop"] } as const;
const runs = Number(process.env.RUNS ?? 3);
const wanted = process.argv.slice(2);
const browser = await findChromium();
if ("missing" in browser) throw new Error(browser.missing);
const env = { ...process.env, ...browser.env, CHROME_PATH: browser.path };

const metrics = {
  FCP: "first-contentful-paint",
  LCP: "largest-contentful-paint",
  TBT: "total-blocking-time",
  CLS: "cumulative-layout-shift",
} as const;

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>;
}

async function measure(url: string, options: readonly string[]): Promise<Report> {
  const flags = ["--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox"];
  const { stdout } = await run("npx", ["--yes", lighthouse, url, ...flags, ...options], {
    env,
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
  const times = Object.entries(metrics).map(([name, audit]) => {
    const value = median(reports.map(({ audits }) => audits[audit]?.numericValue ?? Number.NaN));
    return `${name} ${name === "CLS" ? value.toFixed(3) : Math.round(value)}`;
  });
  return `${scores.join(", ")} | ${times.join(", ")}`;
}

/** A page with nothing in it. */
const bare = createServer((_, response) => {
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end(
    `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><meta name="description" content="A bare page."><title>Bare</title><h1>Bare</h1><p>Nothing else.</p>`,
  );
});
await new Promise<void>((resolve) => bare.listen(0, "127.0.0.1", resolve));
// A boundary: it listens on a port.
const { port } = bare.address() as AddressInfo;
const site = await serveSite({ folder: buildFolder, port: 0 });
const kinds = kindsOfPage.filter(({ kind }) => wanted.length === 0 || wanted.includes(kind));
const pages = [
  { kind: "bare page", url: `http://localhost:${port}/` },
  ...kinds.map(({ kind, address }) => ({ kind, url: site.url + address })),
];
for (const [form, options] of Object.entries(forms)) {
  for (const { kind, url } of pages) {
    const reports: Report[] = [];
    for (let count = 0; count < runs; count++) reports.push(await measure(url, options));
    const load = (loadavg()[0] ?? Number.NaN).toFixed(1);
    console.log(`${kind}, ${form}: ${described(reports)} | load ${load}`);
  }
}
await site.close();
bare.close();
