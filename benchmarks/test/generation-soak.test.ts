import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { generateUnderKills } from "../soak/generation/generate-under-kills.ts";

test("makes each dataset once, whole, though server and worker are killed meanwhile", {
  timeout: 180_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "sinkove-soak-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const report = await generateUnderKills({
    folder,
    kills: 4,
    datasets: 4,
    mostSamples: 3,
    random: Math.random,
  });
  expect(report).toMatchObject({ faults: [], ready: 4, failed: 1, deleted: 1 });
});
