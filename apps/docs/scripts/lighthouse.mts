/**
 * Lighthouse on a page of each kind, as desktop and as phone: node scripts/lighthouse.mts [kind …]
 * Lighthouse is fetched by npx: it is a tool of this script alone, and brings two hundred packages.
 */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { buildFolder } from "../test/built-site.mts";
import { chromiumPath } from "../test/chromium.mts";
import { kindsOfPage } from "../test/kinds-of-page.mts";
import { serveSite } from "./site-server.mts";

const run = promisify(execFile);
const lighthouse = "lighthouse@13.5.0";
const forms = { desktop: ["--preset=desktop"], phone: [] } as const;
const wanted = process.argv.slice(2);

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
}

async function scoresOf(url: string, options: readonly string[]): Promise<string> {
  const flags = ["--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox"];
  const { stdout } = await run("npx", ["--yes", lighthouse, url, ...flags, ...options], {
    env: { ...process.env, CHROME_PATH: chromiumPath() },
    maxBuffer: 2 ** 27,
  });
  const { categories }: Report = JSON.parse(stdout);
  const scores = Object.entries(categories).map(([name, { score }]) => {
    return `${name} ${score === null ? "?" : Math.round(score * 100)}`;
  });
  return scores.join(", ");
}

const site = await serveSite({ folder: buildFolder, port: 0 });
for (const { kind, address } of kindsOfPage) {
  if (wanted.length > 0 && !wanted.includes(kind)) continue;
  for (const [form, options] of Object.entries(forms)) {
    console.log(`${kind}, ${form}: ${await scoresOf(site.url + address, options)}`);
  }
}
await site.close();
