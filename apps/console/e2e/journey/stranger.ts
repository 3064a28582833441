import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/**
 * Serves a page of another origin on another port. For cookies, it is the same site as the console, so the browser
 * sends them. With the name `localhost`, it is another site.
 */
export async function startStranger(html: string): Promise<{ sameSite: string; other: string }> {
  const server = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!doctype html><title>A stranger's page</title>${html}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // The cast is safe because a server that listens on a port has such an address.
  const { port } = server.address() as AddressInfo;
  return { sameSite: `http://127.0.0.1:${port}/`, other: `http://localhost:${port}/` };
}
