// Slow readers: `npm run soak -- downloads [--readers 20] [--mebibytes 200] [--rounds 15] [--seconds 8]`.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { tableOf } from "../src/report.ts";
import { holds, measureBesideReaders } from "./downloads/beside-readers.ts";

const { values } = parseArgs({
  options: {
    readers: { type: "string", default: "20" },
    mebibytes: { type: "string", default: "200" },
    rounds: { type: "string", default: "15" },
    seconds: { type: "string", default: "8" },
  },
});
const folder = await mkdtemp(join(tmpdir(), "sinkove-soak-"));
try {
  const report = await measureBesideReaders({
    folder,
    readers: Number(values.readers),
    mebibytes: Number(values.mebibytes),
    rounds: Number(values.rounds),
    lasting: Number(values.seconds) * 1000,
  });
  const title = `${values.readers} readers of ${values.mebibytes} MiB at 1 MiB/s each, while the API answers others`;
  console.log(tableOf(title, report.rows));
  console.log(`  the archive afterwards is ${report.isWhole ? "whole" : "BROKEN"}`);
  process.exitCode = holds(report) ? 0 : 1;
} finally {
  await rm(folder, { recursive: true });
}
