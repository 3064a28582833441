import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { ServerProcess } from "@sinkove/server-process";
import { findStrays, findUnmade } from "./archives.ts";
import { findDoubles, findLost } from "./inspection.ts";
import type { Ledger } from "./ledger.ts";
import { firstModel, settle } from "./load.ts";

/** The faults; all lists are empty if there are none. */
export interface Findings {
  /** Acknowledged writes that a kill lost, and datasets that are incomplete. */
  readonly lost: string[];
  /** Objects that were created or paid twice, never requested, or are left over after their removal. */
  readonly doubled: string[];
  /** Complaints of a start after a kill, and faults that SQLite finds in its file. */
  readonly complaints: string[];
}

/** A server after a kill, and everything that was acknowledged so far. */
export interface Inspected {
  readonly server: ServerProcess;
  readonly key: string;
  readonly ledger: Ledger;
  readonly folder: string;
  readonly isGenerating?: boolean;
}

/** How many of the latest objects are checked after each kill. */
const LATEST = 100;

/** Checks the latest objects, and resolves the requests that the kill interrupted. */
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

/** Checks everything at the end. */
export async function lookAtAll(inspected: Inspected, findings: Findings): Promise<void> {
  const { server, key, ledger, folder, isGenerating } = inspected;
  const connection = { url: server.url, key };
  findings.lost.push(...(await findLost(connection, ledger.items)));
  findings.doubled.push(...(await findDoubles(connection, ledger)));
  if (!isGenerating) return;
  findings.lost.push(...(await findUnmade(connection, ledger.items)));
  findings.doubled.push(...(await findStrays(folder, ledger.items)));
}

/** Complaints of a start: output on standard error, and log lines above the level `info`. */
function complaintsOf(server: ServerProcess): string[] {
  const { stdout, stderr } = server.output();
  const lines = stdout.split("\n").filter((line) => /"level":"(?:warn|error)"/.test(line));
  return stderr === "" ? lines : [stderr, ...lines];
}

/** The faults that SQLite finds in its file. */
export function damageOf(folder: string): string[] {
  const database = new DatabaseSync(join(folder, "sinkove.db"), { readOnly: true });
  const rows = database.prepare("pragma integrity_check").all();
  database.close();
  return rows.map((row) => `${row.integrity_check}`).filter((line) => line !== "ok");
}
