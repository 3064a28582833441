import { connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A proxy in front of a database that can lose connections silently, like a firewall that forgets them. */
export interface SilentProxy {
  /** The database's URL, through the proxy. */
  readonly url: string;
  /** Stops forwarding on all existing connections. */
  readonly loseConnections: () => void;
  /** Stops forwarding on new connections too. */
  readonly loseAll: () => void;
  /**
   * Forwards the next commit on a connection that has sent this text before, and breaks the connection before the
   * response. Commits of other transactions, such as the server's own of each second, pass.
   */
  readonly breakCommitAfter: (text: string) => void;
}

export async function startSilentProxy(database: string): Promise<SilentProxy> {
  const target = new URL(database);
  const open = new Set<{ isLost: boolean }>();
  let isDark = false;
  let awaited: string | undefined;
  const server = createServer((client) => {
    const pair = { isLost: isDark };
    open.add(pair);
    const upstream = connect(Number(target.port), target.hostname);
    let isBreaking = false;
    client.on("data", (chunk) => {
      if (awaited !== undefined && chunk.includes(awaited)) {
        awaited = undefined;
        isBreaking = true;
      }
      // A simple query ends with a zero byte, which distinguishes "commit" from "read committed".
      if (!isBreaking || !chunk.includes("commit\0")) return;
      isBreaking = false;
      pair.isLost = true;
      upstream.end(chunk);
      client.destroy();
    });
    pass(client, upstream, pair);
    pass(upstream, client, pair);
    onTestFinished(() => {
      client.destroy();
      upstream.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (typeof address !== "object" || !address) throw new TypeError("The proxy has no port.");
  const url = new URL(database);
  url.port = `${address.port}`;
  const loseConnections = (): void => {
    for (const pair of open) pair.isLost = true;
  };
  return {
    url: url.href,
    loseConnections,
    breakCommitAfter(text) {
      awaited = text;
    },
    loseAll() {
      isDark = true;
      loseConnections();
    },
  };
}

/** Reads and discards lost data; does not forward the end of a connection either. */
function pass(from: Socket, to: Socket, pair: { readonly isLost: boolean }): void {
  from.on("data", (chunk) => {
    if (!pair.isLost) to.write(chunk);
  });
  from.on("error", () => {});
  from.on("close", () => {
    if (!pair.isLost) to.destroy();
  });
}
