import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { ServerProcess } from "@sinkove/server-process";
import { findStrays, findUnmade } from "./archives.ts";
import { findDoubles, findLost } from "./inspection.ts";
import type { Ledger } from "./ledger.ts";
import { firstModel, settle } from "./load.ts";

/** What went wrong; the lists are empty where nothing did. */
export interface Findings {
  /** Acknowledged writes that were gone after a kill, and datasets that were not made whole. */
  readonly lost: string[];
  /** What was made twice, paid twice, or never asked for, or is left of what was removed. */
  readonly doubled: string[];
  /** What a start after a kill complained about, and what SQLite says of its file. */
  readonly complaints: string[];
}

/** A server after a kill, and what it and those before it have acknowledged. */
export interface Inspected {
  readonly server: ServerProcess;
  readonly key: string;
  readonly ledger: Ledger;
  readonly folder: string;
  readonly isGenerating?: boolean;
}

/** So many of the latest are looked at after each kill. */
const LATEST = 100;

/** Looks at the latest, and settles what the kill has left open. */
export async function lookAfterKill(inspected: Inspected, findings: Findings): Promise<void> {
  const { server, key, ledger, folder, isGenerating } = inspected;
  const connection = { url: server.url, key };
  findings.lost.push(...(await findLost(connection, ledger.items.slice(-LATEST))));
  if (findings.lost.length > 0) return;
  await settle({ connection, ledger, model: await firstModel(connection) });
  const latest = ledger.items.slice(-LATEST);
  if (isGenerating) findings.lost.push(...(await findUnmade(connection, latest)));
  findings.complaints.push(...complaintsOf(server), ...damageOf(folder));
}

/** Looks at everything, in the end. */
export async function lookAtAll(inspected: Inspected, findings: Findings): Promise<void> {
  const { server, key, ledger, folder, isGenerating } = inspected;
  const connection = { url: server.url, key };
  findings.lost.push(...(await findLost(connection, ledger.items)));
  findings.doubled.push(...(await findDoubles(connection, ledger)));
  if (!isGenerating) return;
  findings.lost.push(...(await findUnmade(connection, ledger.items)));
  findings.doubled.push(...(await findStrays(folder, ledger.items)));
}

/** A start says nothing on standard error, and nothing worse than `info` in its log. */
function complaintsOf(server: ServerProcess): string[] {
  const { stdout, stderr } = server.output();
  const lines = stdout.split("\n").filter((line) => /"level":"(?:warn|error)"/.test(line));
  return stderr === "" ? lines : [stderr, ...lines];
}

/** What SQLite says of its file, where it is not in order. */
export function damageOf(folder: string): string[] {
  const database = new DatabaseSync(join(folder, "sinkove.db"), { readOnly: true });
  const rows = database.prepare("pragma integrity_check").all();
  database.close();
  return rows.map((row) => `${row.integrity_check}`).filter((line) => line !== "ok");
}
