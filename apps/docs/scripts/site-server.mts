import { existsSync, readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { compress } from "hono/compress";

/** A running server of a built site. */
export interface RunningSite {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface SiteServerOptions {
  readonly folder: string;
  /** 0 selects a free port. */
  readonly port: number;
}

/**
 * Serves a built site on this machine like a static host: addresses without `.html`, the headers of `_headers`, the
 * redirects of `_redirects`, compression, and the site's own 404 page. Listens on both loopback addresses, so that no
 * other program can respond instead: browsers resolve `localhost` to IPv6 first.
 *
 * @throws Error if the folder does not contain a site, or if the port is in use
 */
export async function serveSite({ folder, port }: SiteServerOptions): Promise<RunningSite> {
  if (!existsSync(path.join(folder, "index.html"))) {
    throw new Error(`There is no built site in ${folder}. Build it: npm run build -w apps/docs`);
  }
  const site = createSite(folder);
  const first = await listen(site, { host: "127.0.0.1", port });
  // This cast is safe: the server listens on TCP.
  const { port: actual } = first.address() as AddressInfo;
  const servers = [first];
  try {
    servers.push(await listen(site, { host: "::1", port: actual }));
  } catch (error) {
    await closeUnlessMissing(error, first);
  }
  const closeAll = async () => {
    await Promise.all(servers.map(close));
  };
  return { url: `http://localhost:${actual}`, close: closeAll };
}

interface Address {
  readonly host: string;
  readonly port: number;
}

function listen(site: Hono, { host, port }: Address): Promise<ServerType> {
  const server = createAdaptorServer({ fetch: site.fetch });
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(explained(error, port)));
    server.listen(port, host, () => resolve(server));
  });
}

function close(server: ServerType): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
}

/** Ignores a missing IPv6 on this machine. On any other failure, closes the server and rethrows. */
async function closeUnlessMissing(error: unknown, server: ServerType): Promise<void> {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT") return;
  await close(server);
  throw error;
}

function explained(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== "EADDRINUSE") return error;
  return new Error(`The port ${port} is in use. Set DOCS_PORT (npm start) or PORT to another one.`);
}

function createSite(folder: string): Hono {
  const rules = readRules(path.join(folder, "_headers"));
  const notFound = readFileSync(path.join(folder, "404.html"), "utf8");
  const app = new Hono();
  app.use(compress());
  app.use(async (context, next) => {
    await next();
    if (context.req.path.endsWith(".md")) {
      context.header("Content-Type", "text/markdown; charset=utf-8");
    }
    for (const { prefix, headers } of rules) {
      if (!context.req.path.startsWith(prefix)) continue;
      for (const [name, value] of headers) context.header(name, value);
    }
  });
  for (const { from, to, status } of readRedirects(path.join(folder, "_redirects")))
    app.get(from, (context) => context.redirect(to, status));
  app.use(serveStatic({ root: folder, rewriteRequestPath: (url) => fileOf(folder, url) }));
  app.notFound((context) => context.html(notFound, 404));
  return app;
}

function fileOf(folder: string, url: string): string {
  const page = url.replace(/\/$/, "");
  if (page !== "" && existsSync(path.join(folder, `${page}.html`))) return `${page}.html`;
  return url.endsWith("/") ? `${url}index.html` : url;
}

interface HeaderRule {
  readonly prefix: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Reads the rules of a `_headers` file: each has a path that ends in `*`, and indented headers. */
function readRules(file: string): readonly HeaderRule[] {
  const blocks = readFileSync(file, "utf8").trim().split("\n\n");
  return blocks.map((block) => {
    const [pattern = "", ...lines] = block.split("\n");
    const headers = lines.map((line): readonly [string, string] => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    });
    return { prefix: pattern.replace(/\*$/, ""), headers };
  });
}

interface Redirect {
  readonly from: string;
  readonly to: string;
  readonly status: 301 | 302;
}

/** Reads a `_redirects` file, if there is one. Each line contains an address, its target and a status. */
function readRedirects(file: string): readonly Redirect[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line) => {
    const [from = "", to = "", status] = line.split(" ");
    return { from, to, status: status === "301" ? 301 : 302 };
  });
}
