// Runs Schemathesis against a server: `npm run soak -- schemathesis [--cases 1000] [--seed 1]`.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { walk } from "@sinkove/api-conformance/schemathesis";
import { startServerProcess } from "@sinkove/server-process";

const { values } = parseArgs({
  options: { cases: { type: "string", default: "1000" }, seed: { type: "string" } },
});
const folder = await mkdtemp(join(tmpdir(), "sinkove-soak-"));
const server = await startServerProcess({
  folder,
  variables: { SINKOVE_RATE_LIMIT: "1000000", SINKOVE_API_KEY_LIMIT: "none" },
});
try {
  const report = await walk({
    url: server.url,
    key: server.firstKey ?? "",
    casesPerOperation: Number(values.cases),
    ...(values.seed === undefined ? {} : { seed: values.seed }),
  });
  if (report.failures.length > 0) console.log(report.text);
  const { tested, total } = report.operations;
  console.log(
    `${report.cases} cases on ${tested} of ${total} operations, ${report.failures.length} failures (seed ${report.seed})`,
  );
  process.exitCode = report.failures.length > 0 || tested < total ? 1 : 0;
} finally {
  await server.stop();
  await rm(folder, { recursive: true });
}
