import { type Program, startProgram } from "../server/program.ts";

/** How a fleet is started. */
export interface FleetOptions {
  readonly folder: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** A server that makes datasets itself, and a worker beside it: either can be killed, and comes back. */
export interface Fleet {
  /** Where the server is now. */
  readonly url: () => string;
  readonly key: string;
  /** kill -9, then a new one. */
  readonly kill: (which: "server" | "worker") => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function startFleet({ folder, variables }: FleetOptions): Promise<Fleet> {
  const start = {
    server: () => startProgram({ folder, variables }),
    worker: () => startProgram({ folder, variables, command: "worker" }),
  };
  const server = await start.server();
  const running: Record<keyof typeof start, Program> = { server, worker: await start.worker() };
  return {
    url: () => running.server.url,
    key: server.firstKey ?? "",
    async kill(which) {
      await running[which].stop("SIGKILL");
      running[which] = await start[which]();
    },
    async stop() {
      await Promise.all([running.worker.stop(), running.server.stop()]);
    },
  };
}
