import { readFileSync } from "node:fs";
import { run } from "@sinkove/temporary-postgres";

/**
 * The number of times per second that Linux counts CPU time in /proc (`getconf CLK_TCK`, which is 100 wherever Node
 * runs).
 */
const TICKS = 100;

/**
 * Returns the CPU time that the processes of a database's connections have used, in microseconds. Background processes
 * that write the log and the files are not included. Returns undefined if PostgreSQL runs on another machine, or not on
 * Linux.
 */
export async function cpuOfConnections(url: string): Promise<number | undefined> {
  const rows = await run(
    url,
    "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  try {
    return rows.reduce((sum, { pid }) => sum + cpuOf(Number(pid)), 0);
  } catch {
    return undefined;
  }
}

function cpuOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/stat`, "utf8");
  if (!status.includes("(postgres)")) throw new Error(`Process ${pid} is another program.`);
  // proc_pid_stat(5): the 14th and 15th field. Two fields come before the closing bracket.
  const fields = status.slice(status.lastIndexOf(")") + 2).split(" ");
  return ((Number(fields[11]) + Number(fields[12])) / TICKS) * 1e6;
}

/** Returns the disk space of a table with its indexes, in bytes. */
export async function sizeOfTable(url: string, table: string): Promise<number> {
  const [row] = await run(url, `select pg_total_relation_size('"${table}"')::float8 as bytes`);
  return Number(row?.bytes);
}
