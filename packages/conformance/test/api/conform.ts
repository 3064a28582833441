import { afterAll, beforeAll, describe, it } from "vitest";
import { suites } from "../../src/api/suites.ts";
import type { Capability, Target } from "../../src/api/target.ts";

const TIME = 120_000;

/** Scenarios that a target is not for, by their titles, with the reason. */
export type Exclusions = Readonly<Record<string, string>>;

/** Plays every scenario on a target; those that ask for what it cannot do are reported as skipped. */
export function conform(
  open: () => Promise<Target>,
  capabilities: readonly Capability[],
  exclusions: Exclusions = {},
): void {
  let target: Target | undefined;
  beforeAll(async () => {
    target = await open();
  }, TIME);
  afterAll(() => target?.close(), TIME);
  for (const [subject, scenarios] of Object.entries(suites)) {
    describe(subject, () => {
      for (const { title, needs, run } of scenarios) {
        const missing = needs.filter((need) => !capabilities.includes(need));
        const reason = missing.length > 0 ? `needs: ${missing.join(", ")}` : exclusions[title];
        const told = reason === undefined ? title : `${title} (${reason})`;
        it.skipIf(reason !== undefined)(told, { timeout: TIME }, () => {
          if (!target) throw new Error("The target did not open.");
          return run(target);
        });
      }
    });
  }
}
