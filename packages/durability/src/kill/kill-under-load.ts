import { type ServerProcess, startServerProcess } from "@sinkove/server-process";
import { Ledger } from "./ledger.ts";
import { firstModel, writeUntilKilled } from "./load.ts";
import { damageOf, type Findings, type Inspected, lookAfterKill, lookAtAll } from "./look.ts";

/** What a server runs on. */
export interface Machine {
  readonly start: typeof startServerProcess;
  /** What a kill does there besides, before the next start. */
  readonly afterKill: (ledger: Ledger) => void;
}

/** A server that is killed again and again while it writes. */
export interface KillTrial {
  /** An empty folder for its SQLite file. */
  readonly folder: string;
  readonly kills: number;
  readonly connections: number;
  /** From 0 up to 1: decides after how many writes each kill comes. */
  readonly random: () => number;
  /** Whether datasets are made, and waited for after each kill. Default: they wait. */
  readonly isGenerating?: boolean;
  /** Default: one that does nothing besides. */
  readonly machine?: Machine;
  readonly onKill?: (count: number, ledger: Ledger) => void;
}

/** What came of it. */
export interface KillReport extends Findings {
  readonly kills: number;
  readonly acknowledged: number;
  readonly unanswered: number;
}

/** A worker that is gone keeps a dataset for a second. */
const VARIABLES = {
  SINKOVE_RATE_LIMIT: "1000000",
  SINKOVE_API_KEY_LIMIT: "none",
  SINKOVE_LEASE: "1",
};
const MOST_WRITES = 60;

/**
 * Kills a server with SIGKILL under write load, and looks after each kill whether it kept its word. It ends with the
 * first loss: what is built on that would only fail in turn.
 */
export async function killUnderLoad(trial: KillTrial): Promise<KillReport> {
  const { folder, machine = ORDINARY, isGenerating = false } = trial;
  const variables = { ...VARIABLES, SINKOVE_WORKERS: isGenerating ? "1" : "0" };
  const start = (): Promise<ServerProcess> => machine.start({ folder, variables });
  const findings: Findings = { lost: [], doubled: [], complaints: [] };
  const ledger = new Ledger();
  let [server, kills] = [await start(), 0];
  const key = server.firstKey ?? "";
  try {
    while (kills < trial.kills && findings.lost.length === 0) {
      await killOnce(trial, { server, key, ledger });
      machine.afterKill(ledger);
      server = await start();
      await lookAfterKill({ server, key, ledger, ...trial }, findings);
      kills += 1;
      trial.onKill?.(kills, ledger);
    }
    if (findings.lost.length === 0) await lookAtAll({ server, key, ledger, ...trial }, findings);
  } finally {
    await server.stop();
  }
  findings.complaints.push(...damageOf(folder));
  const { acknowledged, unanswered } = ledger;
  return { kills, acknowledged, unanswered, ...findings };
}

const ORDINARY: Machine = { start: startServerProcess, afterKill: () => {} };

type Running = Pick<Inspected, "server" | "key" | "ledger">;

/** Kills while several writes are under way: as one is sent, or as soon as it may be in the database. */
async function killOnce(trial: KillTrial, { server, key, ledger }: Running): Promise<void> {
  const connection = { url: server.url, key };
  const model = await firstModel(connection);
  const last = trial.connections + Math.floor(trial.random() * MOST_WRITES);
  let killed: Promise<unknown> = Promise.resolve();
  await writeUntilKilled({
    ...{ connection, ledger, model, connections: trial.connections },
    onSend: (count) => {
      if (count === last) killed = server.stop("SIGKILL");
    },
  });
  await killed;
}
