import { NodeHeaders } from "@sinkove/api/node";
import { readParameters, validateBody } from "@sinkove/contract/validators";
import { beforeAll, expect, test } from "vitest";
import type { Engine } from "../../src/engines/engine.ts";
import { fastEngine } from "../../src/engines/fast-engine.ts";
import { createPrismEngine } from "../../src/engines/prism-engine.ts";
import { createRandomSource } from "../../src/random-source.ts";
import { bundle } from "./contract.ts";
import {
  type GeneratedRequest,
  type GeneratedResponse,
  generateRequest,
  generateResponse,
} from "./exchanges.ts";
import { type Difference, requestDifferences, responseDifferences } from "./known-differences.ts";
import { createChance } from "./valid-value.ts";

const EACH = 6000;
const TIME = 300_000;

let prism: Engine;
beforeAll(async () => {
  prism = await createPrismEngine(bundle);
});

const KEY = { authorization: "Bearer sinkove_test_ExampleKeyForTheDocsOnly000000001QAO5J" };
const SESSION = { cookie: "sinkove_session=of-a-person" };

function fastRequest({ operation, path, query, headers, body }: GeneratedRequest) {
  const source = {
    path,
    query: new URLSearchParams(query.map(([n, v]) => [n, v])),
    headers: new Headers(headers),
  };
  return [...readParameters(operation.id, source).violations, ...validateBody(operation.id, body)];
}

function prismRequest({ operation, path, query, headers, body }: GeneratedRequest) {
  const filled = operation.path.replaceAll(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(path[name] ?? ""),
  );
  const url = new URL(`http://localhost/v1${filled}`);
  for (const [name, value] of query) url.searchParams.append(name, value);
  const text = body === undefined ? undefined : JSON.stringify(body);
  const credentials = operation.schemes.includes("session") ? SESSION : KEY;
  const all = new Headers({ ...headers, ...credentials });
  if (text !== undefined) {
    all.set("content-type", "application/json");
    all.set("content-length", `${Buffer.byteLength(text)}`);
  }
  return prism.judgeRequest(operation.id, {
    method: operation.method,
    url: url.href,
    headers: new NodeHeaders(Object.fromEntries(all)),
    body: text,
  });
}

function judgeResponse(engine: Engine, { operation, status, headers, body }: GeneratedResponse) {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const given = { status, headers, body: text };
  return engine.judgeResponse(operation.id, given, { method: operation.method });
}

interface Generated {
  /** How the exchange was broken. Undefined if it is valid. */
  readonly what: string | undefined;
}

/** The results of comparing both engines on many exchanges. */
interface Tally<T> {
  valid: number;
  broken: number;
  readonly byReason: Map<Difference<T>, number>;
  readonly unexplained: unknown[];
}

interface Comparison<T> {
  readonly generate: () => T;
  readonly known: readonly Difference<T>[];
  /** Returns the violations that the fast engine finds and those that Prism finds. */
  readonly judge: (exchange: T) => readonly [unknown[], unknown[]];
}

function compare<T extends Generated>(comparison: Comparison<T>): Tally<T> {
  const { generate, known, judge } = comparison;
  const tally: Tally<T> = { valid: 0, broken: 0, byReason: new Map(), unexplained: [] };
  for (let count = 0; count < EACH; count += 1) {
    const exchange = generate();
    const [byFast, byPrism] = judge(exchange);
    const verdict = verdictOf(byFast, byPrism);
    const reason = known.find((each) => each.refusedBy === verdict && each.matches(exchange));
    if (verdict === "both accept") tally.valid += 1;
    else if (verdict === "both refuse" && exchange.what !== undefined) tally.broken += 1;
    else if (reason) tally.byReason.set(reason, 1 + (tally.byReason.get(reason) ?? 0));
    else tally.unexplained.push({ verdict, violations: [...byFast, ...byPrism], exchange });
  }
  return tally;
}

function verdictOf(byFast: unknown[], byPrism: unknown[]) {
  if (byFast.length > 0 && byPrism.length > 0) return "both refuse";
  if (byFast.length > 0) return "fast";
  return byPrism.length > 0 ? "prism" : "both accept";
}

function requireAgreement<T>(tally: Tally<T>, known: readonly Difference<T>[]): void {
  const { valid, broken, byReason, unexplained } = tally;
  const differences = [...byReason.values()].reduce((sum, count) => sum + count, 0);
  console.log(
    `${EACH} exchanges: both accept ${valid}, both refuse ${broken}, known differences ${differences}`,
  );
  for (const [{ what, issue }, count] of byReason)
    console.log(`  ${count} × ${what} (${issue ?? "no issue"})`);
  expect(unexplained.slice(0, 3)).toEqual([]);
  // Each known difference must occur, so that the list has no outdated entries.
  expect(known.filter((each) => !byReason.has(each))).toEqual([]);
  expect(valid).toBeGreaterThan(EACH / 4);
  expect(broken).toBeGreaterThan(EACH / 4);
}

test(
  "both engines have the same verdict on requests, but for what is listed",
  () => {
    const chance = createChance(createRandomSource(20261124));
    const tally = compare({
      generate: () => generateRequest(chance),
      known: requestDifferences,
      judge: (request) => [fastRequest(request), prismRequest(request)],
    });
    requireAgreement(tally, requestDifferences);
  },
  TIME,
);

test(
  "both engines have the same verdict on responses, but for what is listed",
  () => {
    const chance = createChance(createRandomSource(42));
    const tally = compare({
      generate: () => generateResponse(chance),
      known: responseDifferences,
      judge: (response) => [judgeResponse(fastEngine, response), judgeResponse(prism, response)],
    });
    requireAgreement(tally, responseDifferences);
  },
  TIME,
);
