import { fork } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { type Row, verdictOf } from "../../src/measure.ts";
import { interleave, ratios, summarize } from "../../src/statistics.ts";
import { memoryOf } from "../server/memory.ts";
import { openDepot } from "./big-archive.ts";
import { p99Of } from "./latency.ts";
import type { Order } from "./slow-readers.ts";

/** Options of {@link measureBesideReaders}. */
export interface ReaderOptions {
  /** An empty folder. */
  readonly folder: string;
  readonly mebibytes: number;
  readonly readers: number;
  readonly rounds: number;
  /** The duration of each measurement, in milliseconds. */
  readonly lasting: number;
}

/** The result of the measurements. */
export interface ReaderReport {
  readonly rows: readonly Row[];
  /** Whether the archive is still complete and correct. */
  readonly isWhole: boolean;
}

const PHASES = ["alone", "alone again", "beside readers", "readers elsewhere"] as const;

/**
 * Compares an API whose archive is read slowly by many clients with the same API without readers. There are two controls:
 * the API without readers again, and readers of another server, which use the same machine but not the API.
 */
export async function measureBesideReaders(options: ReaderOptions): Promise<ReaderReport> {
  const { folder, mebibytes, readers, rounds, lasting } = options;
  const { server, key, download } = await openDepot(folder, mebibytes);
  const readings = fork(join(import.meta.dirname, "slow-readers.ts"));
  const elsewhere = await openDepot(join(folder, "elsewhere"), mebibytes);
  const urls: Partial<Record<(typeof PHASES)[number], string>> = {
    "beside readers": download.URL,
    "readers elsewhere": elsewhere.download.URL,
  };
  const tell = async (order: Order): Promise<void> => {
    readings.send(order);
    await once(readings, "message");
  };
  try {
    const measuring = { url: server.url, key, lasting };
    await p99Of(measuring);
    const samples = await interleave(PHASES, rounds, async (phase) => {
      const url = urls[phase];
      await tell(url === undefined ? { type: "rest" } : { type: "read", url, readers });
      return { p99: await p99Of(measuring), memory: memoryOf(server.pid) };
    });
    await tell({ type: "rest" });
    return {
      rows: rowsOf(samples),
      isWhole: (await digestOf(download.URL)) === download.sha256,
    };
  } finally {
    readings.disconnect();
    await Promise.all([server.stop("SIGKILL"), elsewhere.server.stop("SIGKILL")]);
  }
}

/** The result of one measurement, in milliseconds and MiB. */
type Sample = Readonly<Record<"p99" | "memory", number>>;

function rowsOf(samples: readonly (readonly Sample[])[]): Row[] {
  const [alone = [], again = [], beside = [], elsewhere = []] = samples;
  const over = (what: keyof Sample, measured: readonly Sample[], base = alone) => {
    const all = (each: readonly Sample[]) => each.map((sample) => sample[what]);
    return { value: summarize(ratios(all(measured), all(base))), unit: "×" } as const;
  };
  return [
    { subject: "p99 beside readers", ...over("p99", beside), target: 1.5 },
    { subject: "control: p99 alone, again", ...over("p99", again) },
    { subject: "control: p99, readers elsewhere", ...over("p99", elsewhere) },
    { subject: "p99 beside readers, over elsewhere", ...over("p99", beside, elsewhere) },
    { subject: "memory beside readers", ...over("memory", beside) },
    { subject: "control: memory alone, again", ...over("memory", again) },
  ];
}

async function digestOf(url: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of (await fetch(url)).body ?? []) hash.update(chunk);
  return hash.digest("hex");
}

/** Whether all targets were met. */
export function holds({ rows, isWhole }: ReaderReport): boolean {
  return isWhole && rows.every((row) => ["", "holds", "unclear"].includes(verdictOf(row)));
}
