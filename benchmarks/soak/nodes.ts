// Two servers and a worker on one PostgreSQL, with faults of all kinds: `npm run soak -- nodes [--seconds 600]`.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startPostgres } from "@sinkove/temporary-postgres";
import { disturbNodes } from "./nodes/disturb-nodes.ts";

const { values } = parseArgs({ options: { seconds: { type: "string", default: "600" } } });
const folder = await mkdtemp(join(tmpdir(), "sinkove-soak-"));
const postgres = await startPostgres();
const { faults, ledger, lost, doubled, complaints } = await disturbNodes({
  folder,
  postgres,
  seconds: Number(values.seconds),
  random: Math.random,
  onProgress: ({ acknowledged, refused, unanswered }) =>
    console.log(`${acknowledged} acknowledged, ${refused} refused, ${unanswered} unanswered`),
});
const { strange } = ledger;
for (const each of [...lost, ...doubled, ...strange, ...complaints]) console.error(each);
console.log(
  `${faults.kill} kills, ${faults.freeze} freezes, ${faults.terminate} rounds of terminated connections, ` +
    `${faults.restart} restarts and ${faults.crash} crashes of the database: ` +
    `${ledger.acknowledged} writes acknowledged, ${ledger.reads} reads, ${ledger.refused} refused and ` +
    `${ledger.unanswered} unanswered; ${lost.length} lost, ${doubled.length} doubled, ` +
    `${strange.length} responses that the contract does not allow, ${complaints.length} complaints at startup or shutdown`,
);
await postgres.remove();
if (lost.length + doubled.length + strange.length + complaints.length > 0) {
  console.error(`The archives are kept in ${folder}.`);
  process.exitCode = 1;
} else {
  await rm(folder, { recursive: true });
}
