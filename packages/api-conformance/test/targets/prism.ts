import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Api } from "@sinkove/api";
import { createMemoryStore } from "@sinkove/api/store/memory";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer as createPrismServer } from "@stoplight/prism-http-server";
import type { Target } from "../../src/scenarios/target.ts";
import { createLocalTarget, type Door } from "./local.ts";

/**
 * The API in memory behind `prism proxy --errors`: the server that the command starts, without its terminal output.
 * Prism validates every exchange; a scenario fails if Prism finds a fault in a response.
 */
export function createPrismTarget(): Promise<Target> {
  return createLocalTarget({ store: createMemoryStore(), isFast: false, openDoor: openPrism });
}

const BASE_URL = "http://localhost";

async function openPrism(api: Api): Promise<Door> {
  const upstream = createServer(getRequestListener(api.fetch));
  const apiUrl = await listen(upstream);
  const prism = await startPrism(apiUrl);
  return {
    fetch: (request) => judge(request, { api, apiUrl, prismUrl: prism.url }),
    baseUrl: BASE_URL,
    async close() {
      await prism.close();
      upstream.closeAllConnections();
      await new Promise((resolve) => upstream.close(resolve));
    },
  };
}

async function startPrism(upstream: string) {
  const contract = createRequire(import.meta.url)("@sinkove/openapi/openapi.json");
  // A copy, because Prism changes its document.
  const operations = await getHttpOperationsFromSpec(structuredClone(contract));
  const server = createPrismServer(operations, {
    // Prism only calls the methods of a logger.
    components: { logger: SILENT as never },
    cors: false,
    config: {
      isProxy: true,
      upstream: new URL(`${upstream}/v1`),
      upstreamProxy: undefined,
      errors: true,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      mock: { dynamic: false },
    },
  });
  return { url: await server.listen(0, "127.0.0.1"), close: () => server.close() };
}

/** Discards Prism's log of each step. */
const SILENT: object = new Proxy(
  {},
  { get: (_, name) => (name === "child" ? () => SILENT : () => undefined) },
);

interface Judges {
  readonly api: Api;
  readonly apiUrl: string;
  readonly prismUrl: string;
}

/**
 * Sends a request through Prism. A request that Prism refuses never reaches the API, so it is sent to the API directly,
 * which must refuse it too. HEAD, which Prism does not support, and downloads are also sent directly.
 *
 * @throws Error if a response breaks the contract, or the API accepts a request that Prism refuses
 */
async function judge(request: Request, { api, apiUrl, prismUrl }: Judges): Promise<Response> {
  if (isDownload(request)) return api.fetch(request);
  const init = await initOf(request.clone());
  // Prism calls the API by its own URL, so a page of the target's origin becomes a page of the API's origin.
  if (init.headers.get("origin") === BASE_URL) init.headers.set("origin", apiUrl);
  const response = await fetch(prismUrl + targetOf(request), init);
  // All responses of the API have a request id; those without one come from Prism.
  if (response.headers.has("X-Request-ID")) return response;
  const text = await response.text();
  if (text.includes("prism/errors#VIOLATIONS")) {
    throw new Error(`Prism: ${request.method} ${request.url} got a response that violates ${text}`);
  }
  const own = await api.fetch(request);
  if (own.status >= 400 || request.method === "HEAD") return own;
  throw new Error(`Prism: ${request.method} ${request.url} was accepted, but violates ${text}`);
}

/** Whether a response has binary content, which Prism corrupts because it treats it as text. */
function isDownload({ url }: Request): boolean {
  return new URL(url).pathname.includes("/downloads/");
}

/** Removes `/v1`, which the contract's paths do not have. */
function targetOf({ url }: Request): string {
  const { pathname, search } = new URL(url);
  return pathname.replace(/^\/v1(?=\/)/, "") + search;
}

/** Sends the body in one piece, because Prism would frame a stream twice. */
async function initOf(request: Request): Promise<RequestInit & { readonly headers: Headers }> {
  const { method, headers } = request;
  const body = await request.arrayBuffer();
  return { method, headers, ...(body.byteLength > 0 ? { body } : {}) };
}

async function listen(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A TCP server has an address of this type.
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
