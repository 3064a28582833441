// Compares the memory of a large dataset with a small one: `npm run soak -- memory [--small 50] [--large 1000]`.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { ApiClient } from "./server/api-client.ts";
import { peakMemoryOf } from "./server/memory.ts";
import { startProgram } from "./server/program.ts";

const TARGET = 1.3;

const { values } = parseArgs({
  options: {
    small: { type: "string", default: "50" },
    large: { type: "string", default: "1000" },
  },
});

/** The peak memory in MiB of a new server that generates a dataset of this size, and how long it takes. */
async function make(numSamples: number) {
  const folder = await mkdtemp(join(tmpdir(), "sinkove-soak-"));
  const variables = { SINKOVE_WORKERS: "1", SINKOVE_RATE_LIMIT: "1000000" };
  const server = await startProgram({ folder, variables });
  try {
    const client = new ApiClient(server.firstKey ?? "", () => server.url);
    const startedAt = performance.now();
    let dataset = await client.create(numSamples, "Severe cardiomegaly, bilateral pneumonia");
    while (dataset.metadata.state !== "READY") {
      if (dataset.metadata.state === "FAILED") throw new Error(`${dataset.metadata.failureReason}`);
      await setTimeout(200);
      dataset = await client.get(dataset.id);
    }
    const seconds = (performance.now() - startedAt) / 1000;
    return { memory: peakMemoryOf(server.pid), seconds, size: dataset.metadata.size };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true });
  }
}

const small = await make(Number(values.small));
const large = await make(Number(values.large));
const ratio = large.memory / small.memory;
console.log(
  `${values.large} samples take ${ratio.toFixed(2)} × the memory of ${values.small} ` +
    `(target ≤ ${TARGET} ×), ${(large.size / small.size).toFixed(1)} × the bytes and ${(large.seconds / small.seconds).toFixed(1)} × the time`,
);
process.exitCode = ratio <= TARGET ? 0 : 1;
