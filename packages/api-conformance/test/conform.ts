import { afterAll, beforeAll, describe, it } from "vitest";
import type { Scenario } from "../src/scenarios/scenario.ts";
import { suites } from "../src/scenarios/suites.ts";
import type { Capability, Target } from "../src/scenarios/target.ts";

const TIME = 120_000;

/** Scenarios that do not apply to a target, by title, with the reason. */
export type Exclusions = Readonly<Record<string, string>>;

export interface ConformOptions {
  readonly exclusions?: Exclusions;
  /** Reports scenarios that do not apply as skipped, with the reason. Default: they are not listed. */
  readonly showsSkipped?: boolean;
}

/** Runs all scenarios on a target, except those that need a capability that it lacks. */
export function conform(
  open: () => Promise<Target>,
  capabilities: readonly Capability[],
  { exclusions = {}, showsSkipped = false }: ConformOptions = {},
): void {
  let target: Target | undefined;
  beforeAll(async () => {
    target = await open();
  }, TIME);
  afterAll(() => target?.close(), TIME);
  const reasonOf = ({ title, needs }: Scenario) => {
    const missing = needs.filter((need) => !capabilities.includes(need));
    return missing.length > 0 ? `needs: ${missing.join(", ")}` : exclusions[title];
  };
  for (const [subject, all] of Object.entries(suites)) {
    const scenarios = all.filter((each) => showsSkipped || reasonOf(each) === undefined);
    if (scenarios.length === 0) continue;
    describe(subject, () => {
      for (const scenario of scenarios) {
        const { title, run } = scenario;
        const reason = reasonOf(scenario);
        const told = reason === undefined ? title : `${title} (${reason})`;
        it.skipIf(reason !== undefined)(told, { timeout: TIME }, () => {
          if (!target) throw new Error("The target did not open.");
          return run(target);
        });
      }
    });
  }
}
