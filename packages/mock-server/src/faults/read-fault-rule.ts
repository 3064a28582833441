import { type ErrorCode, operations } from "@sinkove/contract";
import { describe } from "../describe.ts";
import { MockError } from "../mock-error.ts";
import { operationIdOf } from "../operation-id.ts";
import { integer, membersOf } from "../world-options.ts";
import type { FaultAction, FaultRule, FaultTrigger, LatencyRange } from "./fault-rule.ts";

const TRIGGER = ["operationId", "nth", "probability", "times", "action"];
const MANY = { least: 1, most: 1_000_000 };

const ACTIONS: Readonly<Record<FaultAction["action"], readonly string[]>> = {
  latency: ["milliseconds"],
  status: ["status", "code", "retryAfterSeconds"],
  reset: ["at"],
  truncate: ["afterBytes"],
  "slow-body": ["bytesPerSecond"],
};

const CODES: ReadonlySet<string> = new Set<ErrorCode>(
  Object.values(operations).flatMap(({ errors }) => Object.values(errors).flat()),
);

/**
 * Reads a fault rule from untrusted input.
 *
 * @throws {MockError} if the rule is invalid; the message says how to correct it
 */
export function readFaultRule(sent: unknown): FaultRule {
  const action = actionOf(sent);
  const members = membersOf(sent, [...TRIGGER, ...ACTIONS[action]], `a fault of "${action}"`);
  return { ...readTrigger(members), ...readAction(action, members) };
}

function actionOf(sent: unknown): FaultAction["action"] {
  const action = typeof sent === "object" && sent && "action" in sent ? sent.action : undefined;
  const known = Object.keys(ACTIONS).find((name) => name === action);
  // The cast is safe: the name is one of the keys of ACTIONS.
  if (known) return known as FaultAction["action"];
  throw new MockError(`A fault needs an action, one of: ${Object.keys(ACTIONS).join(", ")}.`);
}

type Members = Readonly<Record<string, unknown>>;

function readTrigger(members: Members): FaultTrigger {
  const { operationId, nth, probability, times } = members;
  if (nth !== undefined && probability !== undefined) {
    throw new MockError("A fault cannot have both nth and probability. Use two rules.");
  }
  if (probability !== undefined && !isChance(probability)) {
    throw new MockError("probability must be a number from 0 to 1.");
  }
  return {
    ...(operationId === undefined ? {} : { operationId: operationIdOf(operationId) }),
    ...(nth === undefined ? {} : { nth: integer("nth", nth, MANY) }),
    ...(probability === undefined ? {} : { probability }),
    ...(times === undefined ? {} : { times: integer("times", times, MANY) }),
  };
}

function isChance(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= 1;
}

function readAction(action: FaultAction["action"], members: Members): FaultAction {
  switch (action) {
    case "latency":
      return { action, milliseconds: latencyOf(members.milliseconds) };
    case "status":
      return { action, ...readStatus(members) };
    case "reset":
      return { action, at: momentOf(members.at) };
    case "truncate": {
      const { afterBytes } = members;
      if (afterBytes === undefined) return { action };
      return { action, afterBytes: integer("afterBytes", afterBytes, { least: 0, most: 2 ** 31 }) };
    }
    case "slow-body": {
      const limits = { least: 1, most: 2 ** 31 };
      return { action, bytesPerSecond: integer("bytesPerSecond", members.bytesPerSecond, limits) };
    }
  }
}

const LATENCY = { least: 0, most: 600_000 };

function latencyOf(sent: unknown): number | LatencyRange {
  if (typeof sent !== "object" || sent === null) return integer("milliseconds", sent, LATENCY);
  const members = membersOf(sent, ["from", "to"], "milliseconds");
  const from = integer("milliseconds.from", members.from, LATENCY);
  return { from, to: integer("milliseconds.to", members.to, { ...LATENCY, least: from }) };
}

function readStatus({ status, code, retryAfterSeconds }: Members) {
  if (code !== undefined && !(typeof code === "string" && CODES.has(code))) {
    throw new MockError(`${describe(code)} is not an error code of the contract.`);
  }
  const limits = { least: 0, most: 86_400 };
  return {
    status: integer("status", status, { least: 400, most: 599 }),
    ...(code === undefined ? {} : { code }),
    ...(retryAfterSeconds === undefined
      ? {}
      : { retryAfterSeconds: integer("retryAfterSeconds", retryAfterSeconds, limits) }),
  };
}

function momentOf(at: unknown): "request" | "response" {
  if (at === undefined || at === "request") return "request";
  if (at === "response") return at;
  throw new MockError('The at of a reset must be "request" (the default) or "response".');
}
