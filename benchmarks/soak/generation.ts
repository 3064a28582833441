// Generates datasets under kill -9: `npm run soak -- generation [--kills 100] [--datasets 50] [--samples 8]`.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { generateUnderKills } from "./generation/generate-under-kills.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "100" },
    datasets: { type: "string", default: "50" },
    samples: { type: "string", default: "8" },
  },
});
const folder = await mkdtemp(join(tmpdir(), "sinkove-soak-"));
const { DATABASE_URL } = process.env;
const archives = { SINKOVE_ARCHIVES: join(folder, "sinkove.db.archives") };
const report = await generateUnderKills({
  folder,
  kills: Number(values.kills),
  datasets: Number(values.datasets),
  mostSamples: Number(values.samples),
  random: Math.random,
  variables: DATABASE_URL ? { ...archives, DATABASE_URL } : archives,
  onKill: (count) => {
    if (count % 10 === 0) console.log(`${count} kills`);
  },
});
for (const fault of report.faults) console.error(fault);
console.log(
  `${report.kills} kills: ${report.ready} datasets READY with ${report.samples} samples, ${report.failed} FAILED as expected, ` +
    `${report.deleted} deleted, ${report.faults.length} faults`,
);
if (report.faults.length > 0) {
  console.error(`The stored files are kept in ${folder}.`);
  process.exitCode = 1;
} else {
  await rm(folder, { recursive: true });
}
