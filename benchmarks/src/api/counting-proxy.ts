import { connect, createServer, type Server } from "node:net";

/** A proxy in front of PostgreSQL that counts round trips. */
export interface CountingProxy {
  /** The database's URL through the proxy. */
  readonly url: string;
  /** The number of round trips so far. */
  readonly count: () => number;
  readonly close: () => void;
}

/** `ReadyForQuery` in PostgreSQL's protocol, which ends each round trip: type, length, status. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5]);

export async function startCountingProxy(database: string): Promise<CountingProxy> {
  const target = new URL(database);
  let count = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    upstream.on("data", (chunk) => {
      for (let at = chunk.indexOf(READY); at !== -1; at = chunk.indexOf(READY, at + 1)) count += 1;
    });
    client.pipe(upstream).pipe(client);
    client.on("error", () => upstream.destroy());
    upstream.on("error", () => client.destroy());
  });
  const port = await listen(server);
  const url = new URL(database);
  url.port = `${port}`;
  return { url: url.href, count: () => count, close: () => void server.close() };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
}
