import { afterAll, beforeAll, describe, it } from "vitest";
import { suites } from "../../src/api/suites.ts";
import type { Capability, Target } from "../../src/api/target.ts";

const TIME = 120_000;

/** Plays every scenario on a target; those that ask for what it cannot do are reported as skipped. */
export function conform(open: () => Promise<Target>, capabilities: readonly Capability[]): void {
  let target: Target | undefined;
  beforeAll(async () => {
    target = await open();
  }, TIME);
  afterAll(() => target?.close(), TIME);
  for (const [subject, scenarios] of Object.entries(suites)) {
    describe(subject, () => {
      for (const { title, needs, run } of scenarios) {
        const missing = needs.filter((need) => !capabilities.includes(need));
        const told = missing.length > 0 ? `${title} (needs: ${missing.join(", ")})` : title;
        it.skipIf(missing.length > 0)(told, { timeout: TIME }, () => {
          if (!target) throw new Error("The target did not open.");
          return run(target);
        });
      }
    });
  }
}
