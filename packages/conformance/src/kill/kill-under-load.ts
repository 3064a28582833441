import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type ServerProcess, startServerProcess } from "../server-process.ts";
import { ask, type Connection } from "./connection.ts";
import { findDoubles, findLost } from "./inspection.ts";
import { Ledger } from "./ledger.ts";
import { type Model, settle, writeUntilKilled } from "./load.ts";

/** A server that is killed again and again while it writes. */
export interface KillTrial {
  /** An empty folder for its SQLite file. */
  readonly folder: string;
  readonly kills: number;
  readonly connections: number;
  /** From 0 up to 1: decides after how many writes each kill comes. */
  readonly random: () => number;
  readonly onKill?: (count: number, ledger: Ledger) => void;
}

/** What came of it; all the lists are empty where nothing went wrong. */
export interface KillReport {
  readonly kills: number;
  readonly acknowledged: number;
  readonly unanswered: number;
  /** Acknowledged writes that were gone after a kill. */
  readonly lost: readonly string[];
  /** What was made twice, paid twice, or never asked for. */
  readonly doubled: readonly string[];
  /** What a start after a kill complained about. */
  readonly complaints: readonly string[];
  /** What SQLite says of its file. */
  readonly integrity: unknown;
}

/** Datasets wait: how they are made is another trial. */
const VARIABLES = { SINKOVE_RATE_LIMIT: "1000000", SINKOVE_WORKERS: "0" };
const MOST_WRITES = 60;

/** Kills a server with SIGKILL under write load, and looks after each kill whether it kept its word. */
export async function killUnderLoad(trial: KillTrial): Promise<KillReport> {
  const { folder, kills } = trial;
  const ledger = new Ledger();
  const [lost, complaints]: [string[], string[]] = [[], []];
  let server = await startServerProcess({ folder, variables: VARIABLES });
  const key = server.firstKey ?? "";
  for (let count = 1; count <= kills; count++) {
    const before = ledger.items.length;
    await killOnce(trial, { server, key, ledger });
    server = await startServerProcess({ folder, variables: VARIABLES });
    const connection = { url: server.url, key };
    await settle({ ...trial, connection, ledger, model: await firstModel(connection) });
    lost.push(...(await findLost(connection, ledger.items.slice(Math.max(0, before - 50)))));
    complaints.push(...complaintsOf(server));
    trial.onKill?.(count, ledger);
  }
  const connection = { url: server.url, key };
  lost.push(...(await findLost(connection, ledger.items)));
  const doubled = await findDoubles(connection, ledger);
  await server.stop();
  const { acknowledged, unanswered } = ledger;
  const integrity = integrityOf(join(folder, "sinkove.db"));
  return { kills, acknowledged, unanswered, lost, doubled, complaints, integrity };
}

interface Round {
  readonly server: ServerProcess;
  readonly key: string;
  readonly ledger: Ledger;
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

function integrityOf(file: string): unknown {
  const database = new DatabaseSync(file, { readOnly: true });
  const row = database.prepare("pragma integrity_check").get();
  database.close();
  return row?.integrity_check;
}
