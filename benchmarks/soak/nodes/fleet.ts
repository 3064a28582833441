import { run, type TemporaryPostgres } from "@sinkove/temporary-postgres";
import { type Program, startProgram } from "../server/program.ts";

/** Options of {@link startFleet}. */
export interface FleetOptions {
  readonly folder: string;
  readonly postgres: TemporaryPostgres;
}

const NAMES = ["one", "two", "worker"] as const;
export type Name = (typeof NAMES)[number];

/** Two servers and a worker on one PostgreSQL. Each can be killed or frozen, and is then restarted or resumed. */
export interface Fleet {
  readonly key: string;
  /** The URLs of the running servers. */
  readonly urls: () => readonly string[];
  readonly kill: (name: Name) => Promise<void>;
  readonly freeze: (name: Name) => void;
  readonly thaw: (name: Name) => void;
  /** Terminates connections of the servers, each with this probability. */
  readonly terminate: (share: number) => Promise<void>;
  /** Kills a PostgreSQL process with -9, which ends all connections; then the database recovers. */
  readonly crash: () => Promise<void>;
  readonly restart: () => Promise<void>;
  /** Complaints at startup, and failed shutdowns. */
  readonly complaints: string[];
  readonly stop: () => Promise<void>;
}

const VARIABLES = {
  SINKOVE_WORKERS: "0",
  SINKOVE_LEASE: "3",
  SINKOVE_RATE_LIMIT: "1000000",
  // The trial often reads with revoked keys, and creates more keys than an account may have.
  SINKOVE_FAILED_AUTHENTICATIONS: "1000000",
  SINKOVE_API_KEY_LIMIT: "none",
};

export async function startFleet({ folder, postgres }: FleetOptions): Promise<Fleet> {
  const complaints: string[] = [];
  const start = async (name: Name): Promise<Program> => {
    const DATABASE_URL = `${postgres.url}?application_name=sinkove-${name}`;
    const program = await (name === "worker"
      ? startProgram({
          folder,
          command: "worker",
          variables: { ...VARIABLES, DATABASE_URL, SINKOVE_WORKERS: "1" },
        })
      : startProgram({ folder, variables: { ...VARIABLES, DATABASE_URL } }));
    if (program.firstKey === undefined) complaints.push(...program.complaints());
    return program;
  };
  const one = await start("one");
  const running: Record<Name, Program> = {
    one,
    two: await start("two"),
    worker: await start("worker"),
  };
  return {
    key: one.firstKey ?? "",
    complaints,
    urls: () => [running.one.url, running.two.url],
    async kill(name) {
      await running[name].stop("SIGKILL");
      running[name] = await start(name);
    },
    freeze: (name) => void process.kill(running[name].pid, "SIGSTOP"),
    thaw: (name) => void process.kill(running[name].pid, "SIGCONT"),
    async terminate(share) {
      await run(
        postgres.url,
        `select pg_terminate_backend(pid) from pg_stat_activity
          where application_name like 'sinkove-%' and random() < ${share}`,
      );
    },
    async crash() {
      const [victim] = await run(
        postgres.url,
        `select pid from pg_stat_activity where application_name like 'sinkove-%' limit 1`,
      );
      if (victim) process.kill(Number(victim.pid), "SIGKILL");
      await untilThere(postgres);
    },
    async restart() {
      await postgres.stop();
      await postgres.start();
    },
    async stop() {
      for (const name of NAMES) {
        const code = await running[name].stop();
        if (code !== 0) complaints.push(`${name} exited with ${code} after a stop signal`);
      }
    },
  };
}

async function untilThere({ url }: TemporaryPostgres): Promise<void> {
  for (;;) {
    try {
      await run(url, "select 1");
      return;
    } catch {
      // Wait until the database has recovered.
    }
  }
}
