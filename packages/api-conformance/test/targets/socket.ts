import { once } from "node:events";
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Api } from "@sinkove/api";
import type { Capability, Target } from "../../src/scenarios/target.ts";
import { createLocalTarget, type Door, LOCAL } from "./local.ts";
import { openTemporarySqlite } from "./stores.ts";

/** The capabilities of the API behind a socket. */
export const SOCKET: readonly Capability[] = [...LOCAL, "socket"];

/** The API on SQLite behind `node:http`. */
export async function createSocketTarget(): Promise<Target> {
  const store = await openTemporarySqlite();
  return createLocalTarget({ store, isFast: false, openDoor: listen, capabilities: SOCKET });
}

async function listen(api: Api): Promise<Door> {
  const server = createServer(getRequestListener(api.fetch));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    fetch: (request) => fetch(request),
    baseUrl: `http://127.0.0.1:${port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
