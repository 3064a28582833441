import { type Program, startProgram } from "../server/program.ts";

/** Options of a fleet. */
export interface FleetOptions {
  readonly folder: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** A server that generates datasets itself, and a worker beside it. Both can be killed, and are then restarted. */
export interface Fleet {
  /** The current URL of the server. */
  readonly url: () => string;
  readonly key: string;
  /** Kills with -9, and starts a new process. */
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
