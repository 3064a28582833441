/** Runs Lighthouse on a page of each kind: node scripts/lighthouse.mts [kind …], RUNS=5. */
import { printLighthouse } from "@sinkove/chromium/lighthouse";
import { buildFolder } from "../test/built-site.mts";
import { kindsOfPage } from "../test/kinds-of-page.mts";
import { serveSite } from "./site-server.mts";

const wanted = process.argv.slice(2);
const site = await serveSite({ folder: buildFolder, port: 0 });
const kinds = kindsOfPage.filter(({ kind }) => wanted.length === 0 || wanted.includes(kind));
const pages = kinds.map(({ kind, address }) => ({ name: kind, url: site.url + address }));
await printLighthouse(pages, Number(process.env.RUNS ?? 3));
await site.close();
