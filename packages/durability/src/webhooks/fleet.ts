import { type ServerProcess, startServerProcess } from "@sinkove/server-process";
import type { Servers } from "./call.ts";

/** One server on SQLite, or two on one PostgreSQL. */
export interface Fleet extends Servers {
  /** Kills one of them with SIGKILL, chosen by a number from 0 to 1, and starts it again. */
  readonly kill: (chance: number) => Promise<void>;
  readonly complaints: string[];
  readonly stop: () => Promise<void>;
}

const VARIABLES = {
  SINKOVE_RATE_LIMIT: "1000000",
  SINKOVE_API_KEY_LIMIT: "none",
  SINKOVE_WORKERS: "1",
  SINKOVE_LEASE: "1",
  // Archives expire after about two seconds.
  SINKOVE_RETENTION: "0.00002",
  SINKOVE_WEBHOOKS: "loopback",
  SINKOVE_WEBHOOK_TIMEOUT: "0.5",
  SINKOVE_WEBHOOK_RETRIES: Array(20).fill("0.5").join(),
};

/** Starts the servers. */
export async function startFleet({
  folder,
  databaseUrl,
}: {
  readonly folder: string;
  readonly databaseUrl?: string;
}): Promise<Fleet> {
  const database = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
  const start = () => startServerProcess({ folder, variables: { ...VARIABLES, ...database } });
  const first = await start();
  const running: ServerProcess[] = databaseUrl === undefined ? [first] : [first, await start()];
  const complaints: string[] = [];
  const note = (server: ServerProcess): void => {
    // The first start prints a key and a link.
    if (server !== first) complaints.push(...complaintsOf(server));
  };
  return {
    key: first.firstKey ?? "",
    urls: () => running.map(({ url }) => url),
    complaints,
    async kill(chance) {
      const place = Math.floor(chance * running.length);
      const server = running[place];
      await server?.stop("SIGKILL");
      if (server) note(server);
      running[place] = await start();
    },
    async stop() {
      await Promise.all(running.map((server) => server.stop()));
      running.forEach(note);
    },
  };
}

/** Output on standard error, and log lines above the level `info`. */
function complaintsOf(server: ServerProcess): string[] {
  const { stdout, stderr } = server.output();
  const lines = stdout.split("\n").filter((line) => /"level":"(?:warn|error)"/.test(line));
  return stderr === "" ? lines : [stderr, ...lines];
}
