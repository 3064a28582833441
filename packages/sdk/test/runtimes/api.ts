import { createHash } from "node:crypto";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const FILE = Buffer.from("a dataset, in bytes");
const SHA256 = createHash("sha256").update(FILE).digest("hex");

/** Starts an API with one dataset that responds to pages of all origins. */
export async function startApi(): Promise<{ url: string; close: () => void }> {
  const server = await listen((method, url, response) => {
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-allow-headers", "*, authorization");
    response.setHeader("access-control-allow-methods", "*");
    if (method === "OPTIONS") return void response.writeHead(204).end();
    if (url === "/file") return void response.end(FILE);
    const answers: Record<string, object> = {
      "GET /datasets": [{ id: "old" }],
      "POST /datasets": { id: "new" },
      "GET /datasets/new": { id: "new", metadata: { state: "READY" } },
      "GET /datasets/new/urls/download": {
        ...{ URL: `${originOf(server)}/file`, size: FILE.length, sha256: SHA256 },
      },
    };
    const answer = answers[`${method} ${url}`];
    response.writeHead(answer ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(answer ?? { code: "DATASET_NOT_FOUND" }));
  });
  return { url: originOf(server), close: () => close(server) };
}

type Handler = (method: string, url: string, response: ServerResponse) => void;

export function listen(handler: Handler): Promise<Server> {
  const server = createServer(({ method = "", url = "" }, response) =>
    handler(method, url, response),
  );
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

export function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // safe cast: it listens on a port
}

export function close(server: Server): void {
  server.close();
  server.closeAllConnections();
}
