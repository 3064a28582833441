// Kills servers and a webhook receiver with -9: `npm run soak -- webhooks [--events 200] [--kills 100]`. Uses a server
// on SQLite first, then two on PostgreSQL: a temporary database, or the one at DATABASE_URL.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { killWebhooks } from "@sinkove/durability/webhooks-under-kills";
import { createDatabase } from "@sinkove/temporary-postgres";

const { values } = parseArgs({
  options: {
    events: { type: "string", default: "200" },
    kills: { type: "string", default: "100" },
  },
});

async function run(name: string, databaseUrl?: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "sinkove-soak-"));
  const report = await killWebhooks({
    folder,
    events: Number(values.events),
    kills: Number(values.kills),
    random: Math.random,
    onKill: (kills, events) => {
      if (kills % 20 === 0) console.log(`${kills} kills, ${events} events`);
    },
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  });
  const { lost, disordered, invented, refused, complaints } = report;
  const faults = [...lost, ...disordered, ...invented, ...refused, ...complaints];
  for (const each of faults) console.error(each);
  console.log(
    `${name}: ${report.serverKills} kills of a server and ${report.receiverKills} of the receiver, ${report.events} events ` +
      `in ${report.requests} requests: ${lost.length} lost, ${disordered.length} out of order, ${invented.length} without ` +
      `a change, ${refused.length} refused, ${complaints.length} complaints`,
  );
  if (faults.length === 0) return rm(folder, { recursive: true });
  console.error(`The files are kept in ${folder}.`);
  process.exitCode = 1;
}

await run("One server on SQLite");
const database = await createDatabase();
try {
  await run("Two servers on PostgreSQL", database.url);
} finally {
  await database.remove();
}
