import type { OperationId } from "@sinkove/contract";
import { MockError } from "../mock-error.ts";
import { createRandomSource } from "../random-source.ts";
import type { ActiveFaultRule, FaultRule, LatencyRange } from "./fault-rule.ts";
import { readFaultRule } from "./read-fault-rule.ts";

/** The faults of a world. */
export interface Faults {
  /**
   * Adds a rule. Of several that meet the same exchange, the one that was added first happens.
   *
   * @throws {MockError} if the rule is none, or there are 100 already
   */
  add(rule: FaultRule): ActiveFaultRule;
  /** The rules, in their order, with how often each has happened. */
  list(): readonly ActiveFaultRule[];
  /** Removes all rules, and begins the chances anew from the seed. */
  clear(): void;
}

/** The faults of a world, as the mock server sees them. */
export interface FaultSource extends Faults {
  /** The rule that meets this exchange, if any; each that could have is asked once. */
  take(operationId: OperationId | undefined): ActiveFaultRule | undefined;
  /** How long a rule's latency is this time, in milliseconds. */
  drawLatency(milliseconds: number | LatencyRange): number;
}

const MOST_RULES = 100;

/** @param seed where chances begin */
export function createFaults(seed: number): FaultSource {
  let rules: ActiveFaultRule[] = [];
  let random = createRandomSource(seed);
  // Apart from the chances, which must not depend on latencies.
  let latencies = createRandomSource(seed);
  let made = 0;
  return {
    add(sent) {
      if (rules.length === MOST_RULES) {
        throw new MockError(`There are ${MOST_RULES} faults. Clear them first.`);
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
  // Drawn even where the rule is used up: the chances of others must not depend on that.
  const isByChance = rule.probability === undefined || random() < rule.probability;
  const times = rule.times ?? (rule.nth === undefined ? Number.POSITIVE_INFINITY : 1);
  return isByChance && rule.seen >= (rule.nth ?? 1) && rule.applied < times;
}
