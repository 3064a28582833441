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
 * The API in memory behind `prism proxy --errors`: the server that the command starts, without its terminal.
 * Prism judges every exchange; what it finds wrong in a response fails the scenario.
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
  // Prism changes the document that it is given.
  const operations = await getHttpOperationsFromSpec(structuredClone(contract));
  const server = createPrismServer(operations, {
    // Of a logger only its methods are called.
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

/** Prism writes every step to its logger. */
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
 * Sends a request through Prism. What Prism refuses never reaches the API: it is put to the API by itself, which
 * has to refuse it too. So are HEAD, which Prism does not know, and downloads.
 *
 * @throws Error where Prism finds a response, or the API's leniency, against the contract
 */
async function judge(request: Request, { api, apiUrl, prismUrl }: Judges): Promise<Response> {
  if (isDownload(request)) return api.fetch(request);
  const init = await initOf(request.clone());
  // Prism addresses the API by its own URL: a page of the target is one of the API's there.
  if (init.headers.get("origin") === BASE_URL) init.headers.set("origin", apiUrl);
  const response = await fetch(prismUrl + targetOf(request), init);
  // Each answer of the API has one; what has none is Prism's own.
  if (response.headers.has("X-Request-ID")) return response;
  const text = await response.text();
  if (text.includes("prism/errors#VIOLATIONS")) {
    throw new Error(`Prism: ${request.method} ${request.url} was answered against ${text}`);
  }
  const own = await api.fetch(request);
  if (own.status >= 400 || request.method === "HEAD") return own;
  throw new Error(`Prism: ${request.method} ${request.url} was accepted against ${text}`);
}

/** Prism passes on bytes as if they were text. */
function isDownload({ url }: Request): boolean {
  return new URL(url).pathname.includes("/downloads/");
}

/** Prism knows the paths of the contract, which have no `/v1`. */
function targetOf({ url }: Request): string {
  const { pathname, search } = new URL(url);
  return pathname.replace(/^\/v1(?=\/)/, "") + search;
}

/** With the body whole: Prism passes on the framing of a stream, and then frames it again. */
async function initOf(request: Request): Promise<RequestInit & { readonly headers: Headers }> {
  const { method, headers } = request;
  const body = await request.arrayBuffer();
  return { method, headers, ...(body.byteLength > 0 ? { body } : {}) };
}

async function listen(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
