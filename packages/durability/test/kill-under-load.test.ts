import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { killUnderLoad } from "../src/kill/kill-under-load.ts";

// `npm run soak -- kill` runs longer.
it("keeps its word after kill -9 in the middle of writes, and starts again at once", {
  timeout: 180_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), "sinkove-kill-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const kills = 3;
  const report = await killUnderLoad({ folder, kills, connections: 8, random: Math.random });
  expect(report).toMatchObject({ kills, lost: [], doubled: [], complaints: [] });
  // Otherwise no write was in progress at a kill.
  expect(report.unanswered).toBeGreaterThanOrEqual(kills);
  expect(report.acknowledged).toBeGreaterThan(20);
});
