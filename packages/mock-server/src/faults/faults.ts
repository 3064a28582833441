import type { OperationId } from "@sinkove/contract";
import { MockError } from "../mock-error.ts";
import { createRandomSource } from "../random-source.ts";
import type { ActiveFaultRule, FaultRule, LatencyRange } from "./fault-rule.ts";
import { readFaultRule } from "./read-fault-rule.ts";

/** The faults of a world. */
export interface Faults {
  /**
   * Adds a rule. If several rules match an exchange, the one that was added first applies.
   *
   * @throws {MockError} if the rule is invalid, or if there are already 100 rules
   */
  add(rule: FaultRule): ActiveFaultRule;
  /** The rules in the order in which they were added, with their counters. */
  list(): readonly ActiveFaultRule[];
  /** Removes all rules, and resets the random numbers to the seed. */
  clear(): void;
}

/** The faults of a world, with the methods that the mock server needs. */
export interface FaultSource extends Faults {
  /** Counts an exchange for every rule that could match it, and returns the rule to apply, if any. */
  take(operationId: OperationId | undefined): ActiveFaultRule | undefined;
  /** Draws a latency in milliseconds. */
  drawLatency(milliseconds: number | LatencyRange): number;
}

const MOST_RULES = 100;

/** @param seed the seed of the random numbers */
export function createFaults(seed: number): FaultSource {
  let rules: ActiveFaultRule[] = [];
  let random = createRandomSource(seed);
  // A separate source, so that drawing a latency does not change which faults apply.
  let latencies = createRandomSource(seed);
  let made = 0;
  return {
    add(sent) {
      if (rules.length === MOST_RULES) {
        throw new MockError(`There are already ${MOST_RULES} fault rules. Clear them first.`);
      }
      made += 1;
      const rule = { ...readFaultRule(sent), id: `fault-${made}`, seen: 0, applied: 0 };
      rules.push(rule);
      return rule;
    },
    list: () => [...rules],
    clear() {
      rules = [];
      random = createRandomSource(seed);
      latencies = createRandomSource(seed);
    },
    drawLatency(milliseconds) {
      if (typeof milliseconds === "number") return milliseconds;
      const { from, to } = milliseconds;
      return from + Math.floor(latencies() * (to - from + 1));
    },
    take(operationId) {
      let taken: ActiveFaultRule | undefined;
      rules = rules.map((rule) => {
        if (rule.operationId !== undefined && rule.operationId !== operationId) return rule;
        const seen = { ...rule, seen: rule.seen + 1 };
        if (!isMet(seen, random) || taken) return seen;
        taken = { ...seen, applied: seen.applied + 1 };
        return taken;
      });
      return taken;
    },
  };
}

function isMet(rule: ActiveFaultRule, random: () => number): boolean {
  // Drawn even if the rule is used up, so that the other rules' random numbers do not change.
  const isByChance = rule.probability === undefined || random() < rule.probability;
  const times = rule.times ?? (rule.nth === undefined ? Number.POSITIVE_INFINITY : 1);
  return isByChance && rule.seen >= (rule.nth ?? 1) && rule.applied < times;
}
