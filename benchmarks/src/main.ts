import type { Measure } from "./measure.ts";
import { verdictOf } from "./measure.ts";
import { abort } from "./measures/abort.ts";
import { apiCpu } from "./measures/api-cpu.ts";
import { apiKeys } from "./measures/api-keys.ts";
import { apiMemory } from "./measures/api-memory.ts";
import { apiPostgres } from "./measures/api-postgres.ts";
import { bundleSize } from "./measures/bundle-size.ts";
import { coldImport } from "./measures/cold-import.ts";
import { concurrent } from "./measures/concurrent.ts";
import { mockProcess } from "./measures/mock-process.ts";
import { mockThroughput } from "./measures/mock-throughput.ts";
import { sequential } from "./measures/sequential.ts";
import { typeCheck } from "./measures/type-check.ts";
import { type Options, parseOptions, USAGE } from "./options.ts";
import { tableOf } from "./report.ts";
import { startServer } from "./start-server.ts";

const MEASURES: readonly Measure[] = [
  sequential,
  concurrent,
  abort,
  coldImport,
  bundleSize,
  typeCheck,
  apiCpu,
  apiKeys,
  apiMemory,
  apiPostgres,
  mockThroughput,
  mockProcess,
];

async function bench({ only, json, effort, before }: Options): Promise<void> {
  const server = await startServer();
  try {
    for (const { name, title, run } of MEASURES) {
      if (only.length > 0 && !only.includes(name)) continue;
      const rows = await run({ origin: server.origin, effort, before });
      if (!json) console.log(`${tableOf(title, rows)}\n`);
      else for (const row of rows) console.log(lineOf(name, row));
    }
  } finally {
    server.stop();
  }
}

/** Formats a row as JSON Lines, so that it can be read as soon as it is measured. */
function lineOf(measure: string, row: Parameters<typeof verdictOf>[0]): string {
  return JSON.stringify({ measure, ...row, verdict: verdictOf(row) || undefined });
}

try {
  const names = MEASURES.map(({ name }) => name);
  await bench(parseOptions(process.argv.slice(2), names));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  process.exitCode = 1;
}
