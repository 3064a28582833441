import { type ServerProcess, startServerProcess } from "@sinkove/server-process";
import { Ledger } from "./ledger.ts";
import { firstModel, writeUntilKilled } from "./load.ts";
import { damageOf, type Findings, type Inspected, lookAfterKill, lookAtAll } from "./look.ts";

/** The machine that a server runs on. */
export interface Machine {
  readonly start: typeof startServerProcess;
  /** Further effects of a kill, before the next start. */
  readonly afterKill: (ledger: Ledger) => void;
}

/** A server that is killed repeatedly under write load. */
export interface KillTrial {
  /** An empty folder for its SQLite file. */
  readonly folder: string;
  readonly kills: number;
  readonly connections: number;
  /** A random number from 0 to 1, which decides after how many writes each kill happens. */
  readonly random: () => number;
  /** Whether datasets are generated, and waited for after each kill. Default: they stay pending. */
  readonly isGenerating?: boolean;
  /** Default: a kill has no further effects. */
  readonly machine?: Machine;
  readonly onKill?: (count: number, ledger: Ledger) => void;
}

/** The result of the trial. */
export interface KillReport extends Findings {
  readonly kills: number;
  readonly acknowledged: number;
  readonly unanswered: number;
}

/** How long a killed worker keeps its dataset: a second. */
const VARIABLES = {
  SINKOVE_RATE_LIMIT: "1000000",
  SINKOVE_API_KEY_LIMIT: "none",
  SINKOVE_LEASE: "1",
};
const MOST_WRITES = 60;

/**
 * Kills a server with SIGKILL under write load, and checks after each kill whether all acknowledged writes are there. It
 * stops at the first loss, because everything after it would fail too.
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

/** Kills while several writes are in progress: when one is sent, or soon after, when it may be in the database. */
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
