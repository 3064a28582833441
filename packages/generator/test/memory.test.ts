import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const program = fileURLToPath(new URL("../scripts/draw-many.ts", import.meta.url));

/** Returns the peak memory of a process that draws films. A small young generation keeps garbage from counting. */
function peakOf(samples: number): number {
  const args = ["--max-semi-space-size=2", program, String(samples), "256"];
  const output = execFileSync(process.execPath, args, { encoding: "utf8" });
  return JSON.parse(output).peakMiB;
}

test("ten times as many samples take at most 1.3 times the memory", () => {
  expect(peakOf(100) / peakOf(10)).toBeLessThan(1.3);
});
