/// <reference lib="webworker" />
import type { ContractExamples } from "./contract-examples.ts";
import { createIndexedStorage } from "./indexed-storage.ts";
import { models } from "./models.ts";
import { createSandbox } from "./sandbox.ts";
import { workerPolicy } from "./worker-policy.ts";

/** The build defines this constant. */
declare const CONTRACT_EXAMPLES: ContractExamples;

// The cast is safe: this file runs in a service worker, but the compiler assumes a page.
const worker = globalThis as unknown as ServiceWorkerGlobalScope;

/** The base path of the site, with a trailing slash. */
const base: string = new URL(worker.registration.scope).pathname;
const site: string = worker.location.origin + base.replace(/\/$/, "");

const sandbox = createSandbox({
  storage: createIndexedStorage(base),
  models,
  examples: CONTRACT_EXAMPLES,
  publicUrl: `${site}/sandbox`,
  docsUrl: site,
  now: Date.now,
});

worker.addEventListener("install", (event) => {
  // This worker does not handle navigations. Browsers that support static routes skip it for them.
  const routing = event as ExtendableEvent & { addRoutes?: (rules: unknown) => Promise<void> };
  const skip = { condition: { requestMode: "navigate" }, source: "network" };
  event.waitUntil(
    Promise.all([worker.skipWaiting(), routing.addRoutes?.(skip).catch(() => undefined)]),
  );
});

worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("message", (event) => {
  const [port] = event.ports;
  if (event.data === "claim") event.waitUntil(reply(port, worker.clients.claim()));
  if (event.data === "reset") event.waitUntil(reply(port, sandbox.reset()));
});

async function reply(port: MessagePort | undefined, work: Promise<void>): Promise<void> {
  const error = await work.then(
    () => null,
    (reason: unknown) => `${reason}`,
  );
  port?.postMessage({ error });
}

worker.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== worker.location.origin) return;
  if (url.pathname.startsWith(`${base}sandbox/`)) {
    event.respondWith(sandbox.fetch(event.request));
  } else if (url.pathname === `${base}playground/run-worker.js` && url.searchParams.has("target")) {
    event.respondWith(withPolicy(url));
  }
});

/** Restricts the requests of the worker that runs examples to its target and this site. */
async function withPolicy(url: URL): Promise<Response> {
  const target = url.searchParams.get("target") ?? "";
  url.search = "";
  const response = await fetch(url);
  const headers = new Headers(response.headers);
  headers.set("Content-Security-Policy", workerPolicy(target));
  return new Response(response.body, { status: response.status, headers });
}
