import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { operations } from "@sinkove/contract";
import { startServerProcess } from "@sinkove/server-process";
import { expect, it, onTestFinished } from "vitest";
import { walk } from "../src/schemathesis/schemathesis.ts";

it("has no fault that Schemathesis finds, in single operations and in chains", {
  timeout: 300_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), "sinkove-walk-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const variables = { SINKOVE_RATE_LIMIT: "1000000", SINKOVE_API_KEY_LIMIT: "none" };
  const server = await startServerProcess({ folder, variables });
  onTestFinished(() => server.stop().then(() => undefined));
  const { url, firstKey: key = "" } = server;
  // The same run each time; `npm run soak -- schemathesis` uses random seeds.
  const { cases, failures, text, ...report } = await walk({
    ...{ url, key, casesPerOperation: 10, seed: "1" },
  });
  expect(failures, text).toEqual([]);
  const total = Object.keys(operations).length;
  expect(report.operations).toMatchObject({ tested: total, total });
  expect(cases).toBeGreaterThan(1000);
});
