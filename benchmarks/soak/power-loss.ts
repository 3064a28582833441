// Simulates losses of power under write load: `npm run soak -- power-loss [--cuts 50] [--connections 8]`. Needs strace.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createFailingMachine, whyNotTracing } from "@sinkove/durability/failing-machine";
import { killUnderLoad } from "@sinkove/durability/kill-under-load";

const { values } = parseArgs({
  options: {
    cuts: { type: "string", default: "50" },
    connections: { type: "string", default: "8" },
  },
});
const obstacle = whyNotTracing();
if (obstacle !== undefined) {
  console.error(`The trial cannot run: ${obstacle}.`);
  process.exit(1);
}
const folder = await mkdtemp(join(tmpdir(), "sinkove-soak-"));
const machine = createFailingMachine(folder, Math.random);
const report = await killUnderLoad({
  ...{ folder, machine, random: Math.random },
  kills: Number(values.cuts),
  connections: Number(values.connections),
  isGenerating: true,
  onKill: (count, { acknowledged, unanswered }) => {
    if (count % 10 === 0) {
      console.log(`${count} cuts, ${acknowledged} acknowledged, ${unanswered} unanswered`);
    }
  },
}).finally(machine.dispose);
const { lost, doubled, complaints } = report;
for (const each of [...lost, ...doubled, ...complaints]) console.error(each);
console.log(
  `${report.kills} losses of power, ${report.acknowledged} writes acknowledged, ${report.unanswered} cut off ` +
    `and settled: ${lost.length} lost, ${doubled.length} doubled, ${complaints.length} complaints at startup`,
);
if (lost.length + doubled.length + complaints.length > 0) {
  console.error(`The stored files are kept in ${folder}.`);
  process.exitCode = 1;
} else {
  await rm(folder, { recursive: true });
}
