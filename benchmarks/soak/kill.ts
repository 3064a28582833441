// Kills the server with -9 under write load: `npm run soak -- kill [--kills 200] [--connections 8]`.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { killUnderLoad } from "@sinkove/durability/kill-under-load";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "200" },
    connections: { type: "string", default: "8" },
  },
});
const folder = await mkdtemp(join(tmpdir(), "sinkove-soak-"));
const report = await killUnderLoad({
  folder,
  kills: Number(values.kills),
  connections: Number(values.connections),
  random: Math.random,
  onKill: (count, { acknowledged, unanswered }) => {
    if (count % 20 === 0) {
      console.log(`${count} kills, ${acknowledged} acknowledged, ${unanswered} unanswered`);
    }
  },
});
const { lost, doubled, complaints } = report;
for (const each of [...lost, ...doubled, ...complaints]) console.error(each);
console.log(
  `${report.kills} kills, ${report.acknowledged} writes acknowledged, ${report.unanswered} cut off and settled: ` +
    `${lost.length} lost, ${doubled.length} doubled, ${complaints.length} complaints at startup`,
);
if (lost.length + doubled.length + complaints.length > 0) {
  console.error(`The database is kept in ${folder}.`);
  process.exitCode = 1;
} else {
  await rm(folder, { recursive: true });
}
