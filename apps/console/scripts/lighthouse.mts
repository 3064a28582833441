/**
 * Lighthouse on pages of the console, as the mock server serves it: node scripts/lighthouse.mts [path …], RUNS=5.
 * The mock server and the console must be built.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { printLighthouse } from "@sinkove/chromium/lighthouse";

const chosen = process.argv.slice(2);
const paths = chosen.length > 0 ? chosen : ["/sign-in", "/api-keys", "/usage"];
const mock = fileURLToPath(
  new URL("../../../packages/mock-server/bin/sinkove-mock.js", import.meta.url),
);
const child = spawn(process.execPath, [mock, "--console", "--json", "--port", "0"], {
  stdio: ["ignore", "pipe", "inherit"],
});
const [line] = await once(createInterface({ input: child.stdout }), "line");
const { url, apiKey } = JSON.parse(line);
// Creates data for the pages to show.
const headers = { authorization: `Bearer ${apiKey}` };
for (const path of ["/me", "/models", "/datasets", "/datasets/unknown"]) {
  await fetch(`${url}/v1${path}`, { headers });
}
const pages = paths.map((path) => ({ name: path, url: `${url}/console${path}` }));
await printLighthouse(pages, Number(process.env.RUNS ?? 3));
child.kill();
