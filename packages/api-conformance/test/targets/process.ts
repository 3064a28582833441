import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqliteStore } from "@sinkove/api/store/sqlite";
import { startServerProcess } from "@sinkove/server-process";
import type { Capability, Target } from "../../src/scenarios/target.ts";
import { createAccount } from "./local.ts";

/** The capabilities of the server in a separate process, which uses the real clock. */
export const PROCESS: readonly Capability[] = ["accounts", "socket"];

/** `sinkove-server` on SQLite. Accounts are added to the same database from outside, as its own commands do. */
export async function createProcessTarget(): Promise<Target> {
  const folder = await mkdtemp(join(tmpdir(), "sinkove-process-"));
  const variables = { SINKOVE_ENVIRONMENT: "test" };
  const server = await startServerProcess({ folder, variables });
  const store = await openSqliteStore({ file: join(folder, "sinkove.db") });
  return {
    capabilities: new Set(PROCESS),
    isFast: false,
    newWorld: async (wanted = {}) => ({
      ...(await createAccount(store, wanted, Date.now)),
      fetch: (request) => fetch(request),
      baseUrl: server.url,
      now: Date.now,
      advanceClock: () => {},
    }),
    async close() {
      await store.close();
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}
