import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type ServerProcess, startServerProcess } from "../server-process.ts";
import { findStrays, findUnmade } from "./archives.ts";
import { ask, type Connection } from "./connection.ts";
import { findDoubles, findLost } from "./inspection.ts";
import { Ledger } from "./ledger.ts";
import { type Model, settle, writeUntilKilled } from "./load.ts";

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

/** What came of it; all the lists are empty where nothing went wrong. */
export interface KillReport {
  readonly kills: number;
  readonly acknowledged: number;
  readonly unanswered: number;
  /** Acknowledged writes that were gone after a kill, and datasets that were not made whole. */
  readonly lost: readonly string[];
  /** What was made twice, paid twice, or never asked for, or is left of what was removed. */
  readonly doubled: readonly string[];
  /** What a start after a kill complained about, and what SQLite then says of its file. */
  readonly complaints: readonly string[];
}

/** A worker that is gone keeps a dataset for a second. */
const VARIABLES = { SINKOVE_RATE_LIMIT: "1000000", SINKOVE_LEASE: "1" };
const MOST_WRITES = 60;
/** So many of the latest are looked at after each kill; in the end, all. */
const LATEST = 100;

/**
 * Kills a server with SIGKILL under write load, and looks after each kill whether it kept its word. It ends with the
 * first loss: what is built on that would only fail in turn.
 */
export async function killUnderLoad(trial: KillTrial): Promise<KillReport> {
  const { folder, machine = ORDINARY, isGenerating = false } = trial;
  const variables = { ...VARIABLES, SINKOVE_WORKERS: isGenerating ? "1" : "0" };
  const start = (): Promise<ServerProcess> => machine.start({ folder, variables });
  const ledger = new Ledger();
  const [lost, doubled, complaints]: [string[], string[], string[]] = [[], [], []];
  let [server, kills] = [await start(), 0];
  const key = server.firstKey ?? "";
  while (kills < trial.kills && lost.length === 0) {
    await killOnce(trial, { server, key, ledger });
    kills += 1;
    machine.afterKill(ledger);
    server = await start();
    lost.push(...(await lookAfterKill(trial, { server, key, ledger })));
    complaints.push(...complaintsOf(server), ...damageOf(folder));
    trial.onKill?.(kills, ledger);
  }
  if (lost.length === 0) {
    const connection = { url: server.url, key };
    lost.push(...(await findLost(connection, ledger.items)));
    if (isGenerating) lost.push(...(await findUnmade(connection, ledger.items)));
    if (isGenerating) doubled.push(...(await findStrays(folder, ledger.items)));
    doubled.push(...(await findDoubles(connection, ledger)));
  }
  await server.stop();
  complaints.push(...damageOf(folder));
  const { acknowledged, unanswered } = ledger;
  return { kills, acknowledged, unanswered, lost, doubled, complaints };
}

const ORDINARY: Machine = { start: startServerProcess, afterKill: () => {} };

interface Round {
  readonly server: ServerProcess;
  readonly key: string;
  readonly ledger: Ledger;
}

async function lookAfterKill(trial: KillTrial, { server, key, ledger }: Round): Promise<string[]> {
  const connection = { url: server.url, key };
  const lost = await findLost(connection, ledger.items.slice(-LATEST));
  if (lost.length > 0) return lost;
  await settle({ ...trial, connection, ledger, model: await firstModel(connection) });
  return trial.isGenerating ? findUnmade(connection, ledger.items.slice(-LATEST)) : [];
}

/** Kills while several writes are under way: as one is sent, or as soon as it may be in the database. */
async function killOnce(trial: KillTrial, { server, key, ledger }: Round): Promise<void> {
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

async function firstModel(connection: Connection): Promise<Model> {
  return (await ask(connection, { method: "GET", path: "/models" })).body[0];
}

/** A start says nothing on standard error, and nothing worse than `info` in its log. */
function complaintsOf(server: ServerProcess): string[] {
  const { stdout, stderr } = server.output();
  const lines = stdout.split("\n").filter((line) => /"level":"(?:warn|error)"/.test(line));
  return stderr === "" ? lines : [stderr, ...lines];
}

/** What SQLite says of its file. */
function damageOf(folder: string): string[] {
  const database = new DatabaseSync(join(folder, "sinkove.db"), { readOnly: true });
  const rows = database.prepare("pragma integrity_check").all();
  database.close();
  return rows.map((row) => `${row.integrity_check}`).filter((line) => line !== "ok");
}
