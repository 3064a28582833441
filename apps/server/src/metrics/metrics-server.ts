import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type ListeningPlace, listen } from "../http-server.ts";
import type { Log } from "../log.ts";
import { messageOf } from "../start-error.ts";
import type { Metrics } from "./metrics.ts";

/** A server that only handles `GET /metrics`. */
export interface MetricsServer {
  readonly url: string;
  readonly stop: () => void;
}

/**
 * Serves metrics on a separate port, because they are for operators, and the API's port is public.
 *
 * @throws StartError if the port cannot be used
 */
export async function startMetricsServer(
  metrics: Pick<Metrics, "read" | "contentType">,
  place: ListeningPlace,
  log: Log,
): Promise<MetricsServer> {
  const options = { requestTimeout: 10_000, headersTimeout: 10_000 };
  const server = createServer(options, (incoming, outgoing) => {
    answer(metrics, incoming, outgoing).catch((error: unknown) => {
      log.error("metrics failed", { error: messageOf(error) });
      outgoing.destroy();
    });
  });
  const url = await listen(server, place);
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url, stop };
}

async function answer(
  { read, contentType }: Pick<Metrics, "read" | "contentType">,
  { method, url = "" }: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const isRead = method === "GET" || method === "HEAD";
  const isFound = isRead && /^\/metrics(?:\?|$)/.test(url);
  const type = isFound ? contentType : "text/plain; charset=utf-8";
  const text = isFound ? await read() : "Metrics are at GET /metrics.\n";
  outgoing.writeHead(isFound ? 200 : 404, { "Content-Type": type });
  outgoing.end(text);
}
