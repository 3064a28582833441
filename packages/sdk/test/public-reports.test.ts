import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { inspect } from "node:util";
import { expect, onTestFinished, test, vi } from "vitest";
import type * as Sdk from "../src/index.ts";
import { NotFoundError } from "../src/index.ts";
import { dataset, errorOf, hang, ID, json, KEY, problem, setUp } from "./harness.ts";
import { ROOT } from "./installed-package.ts";

// Bug reports about other clients, and how this client behaves in the same situation.
const BODY = { modelId: ID, numSamples: 1, args: {} };

async function callsFetchAsNoMember(): Promise<void> {
  const fetch = async function (this: unknown) {
    if (this !== undefined) throw new TypeError("Illegal invocation");
    return json(dataset());
  };
  expect(await setUp(() => json({}), { fetch }).sinkove.datasets.get(ID)).toEqual(dataset());
}

async function tellsTheReason(): Promise<void> {
  const cause = Object.assign(new Error("getaddrinfo ENOTFOUND api.test"), { code: "ENOTFOUND" });
  const fail = () => Promise.reject(new TypeError("fetch failed", { cause }));
  const error = await errorOf(setUp(fail, { maxRetries: 0 }).sinkove.me());
  expect(error.message).toBe("The connection failed: getaddrinfo ENOTFOUND api.test");
  expect(error.cause).toMatchObject({ cause: { code: "ENOTFOUND" } });
}

async function limitsTheBody(): Promise<void> {
  const body = () => new ReadableStream({ pull: () => new Promise(() => undefined) });
  const options = { timeout: 100, maxRetries: 0 };
  const { sinkove, runtime } = setUp(() => new Response(body()), options);
  expect((await errorOf(runtime.run(sinkove.me()))).name).toBe("TimeoutError");
}

async function endsTheWaitOnAbort(): Promise<void> {
  const controller = new AbortController();
  const onRetry = () => queueMicrotask(() => controller.abort());
  const { sinkove, seen, runtime } = setUp(() => problem(503, "SERVICE_UNAVAILABLE"), { onRetry });
  const error = await errorOf(sinkove.me({ signal: controller.signal }));
  expect([error.name, seen.length, runtime.pending()]).toEqual(["AbortError", 1, 0]);
}

async function namesEachPost(): Promise<void> {
  const { sinkove, seen, runtime } = setUp((_, index) =>
    index ? json(dataset()) : problem(503, "SERVICE_UNAVAILABLE"),
  );
  await runtime.run(sinkove.datasets.create(BODY));
  const [first, second] = seen.map(({ headers }) => headers.get("idempotency-key"));
  expect(first).toMatch(/^[\da-f-]{36}$/);
  expect(second).toBe(first);
}

async function leavesOutUndefined(): Promise<void> {
  const { sinkove, seen } = setUp(() => json([]));
  await sinkove.datasets.list({ state: undefined, limit: 1 }).page();
  expect(new URL(seen[0]?.url ?? "").search).toBe("?limit=1");
}

async function joinsWithOneSlash(): Promise<void> {
  const { sinkove, seen } = setUp(() => json({}), { baseUrl: "http://127.0.0.1:4010/v1//" });
  await sinkove.me();
  expect(seen[0]?.url).toBe("http://127.0.0.1:4010/v1/me");
}

async function knowsErrorsOfAnotherCopy(): Promise<void> {
  vi.resetModules();
  const other: typeof Sdk = await import("../src/index.ts");
  expect(other.NotFoundError).not.toBe(NotFoundError);
  const { sinkove } = setUp(() => problem(404, "DATASET_NOT_FOUND"));
  const error = await errorOf(sinkove.datasets.get(ID));
  expect(error).toBeInstanceOf(other.NotFoundError);
  expect(error).toBeInstanceOf(other.APIError);
}

async function ignoresTheClockOfReset(): Promise<void> {
  const headers = { "retry-after": "1", "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1" };
  const { sinkove, seen, runtime } = setUp((_, index) =>
    index ? json({}) : problem(429, "RATE_LIMIT_EXCEEDED", { headers }),
  );
  await runtime.run(sinkove.me());
  expect((seen[1]?.at ?? 0) - (seen[0]?.at ?? 0)).toBe(1_000);
}

async function hidesTheKey(): Promise<void> {
  const request = { headers: { authorization: `Bearer ${KEY}` } };
  const fail = () => Promise.reject(Object.assign(new Error(`Bearer ${KEY}`), { request }));
  const error = await errorOf(setUp(fail, { maxRetries: 0 }).sinkove.me());
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(KEY.slice(13));
}

async function takesNothingFromACache(): Promise<void> {
  const caches: unknown[] = [];
  const fetch: typeof globalThis.fetch = async (_, init) => {
    caches.push(init?.cache);
    return json({});
  };
  await setUp(() => json({}), { fetch }).sinkove.me();
  expect(caches).toEqual(["no-store"]);
}

async function needsNoRandomUuid(): Promise<void> {
  onTestFinished(() => void vi.unstubAllGlobals());
  vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) });
  const { sinkove, seen } = setUp(() => json(dataset()));
  await sinkove.datasets.create(BODY);
  expect(seen[0]?.headers.get("idempotency-key")).toMatch(/^[\da-f-]{36}$/);
}

async function importsErrorsAtTheStart(): Promise<void> {
  const core = await readFile(join(ROOT, "dist/esm/core.js"), "utf8");
  const later = [...core.matchAll(/import\("\.\/([\w-]+)\.js"\)/g)].map(([, name]) => name);
  expect(later.sort()).toEqual(["download", "low-level"]);
}

async function retriesNoUntrustedCertificate(): Promise<void> {
  const cause = Object.assign(new Error("self-signed certificate in certificate chain"), {
    code: "SELF_SIGNED_CERT_IN_CHAIN",
  });
  const { sinkove, seen } = setUp(() => Promise.reject(new TypeError("fetch failed", { cause })));
  const error = await errorOf(sinkove.me());
  expect(error.message).toMatch(
    /self-signed certificate in certificate chain.*NODE_EXTRA_CA_CERTS/,
  );
  expect(seen).toHaveLength(1);
}

async function waitsAsAsked(): Promise<void> {
  const headers = { "retry-after": "7" };
  const { sinkove, seen, runtime } = setUp((_, index) =>
    index ? json({}) : problem(503, "SERVICE_UNAVAILABLE", { headers }),
  );
  await runtime.run(sinkove.me());
  expect((seen[1]?.at ?? 0) - (seen[0]?.at ?? 0)).toBe(7_000);
}

async function retriesA408(): Promise<void> {
  const { sinkove, seen, runtime } = setUp((_, index) =>
    index ? json({}) : new Response("", { status: 408 }),
  );
  await runtime.run(sinkove.me());
  expect(seen).toHaveLength(2);
}

async function timesEachAttempt(): Promise<void> {
  const { sinkove, seen, runtime } = setUp((request, index) => (index ? json({}) : hang(request)), {
    timeout: 100,
  });
  await runtime.run(sinkove.me());
  expect(seen.map(({ signal }) => signal?.aborted)).toEqual([true, false]);
}

async function sendsOnlyTheGivenKey(): Promise<void> {
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv("SINKOVE_API_KEY", "sinkove_test_another");
  const { sinkove, seen } = setUp(() => json({}));
  await sinkove.me();
  expect(JSON.stringify([...(seen[0]?.headers ?? [])])).not.toContain("another");
  expect(seen[0]?.headers.get("authorization")).toBe(`Bearer ${KEY}`);
}

const REPORTS: [report: string, does: () => Promise<void>][] = [
  ["replicate/replicate-javascript#90", callsFetchAsNoMember],
  ["replicate/replicate-javascript#134", callsFetchAsNoMember],
  ["xdevplatform/xdk-typescript#5", callsFetchAsNoMember],
  ["Portkey-AI/portkey-node-sdk#241", callsFetchAsNoMember],
  ["langchain-ai/langchainjs#3187", callsFetchAsNoMember],
  ["payloadcms/payload#14009", callsFetchAsNoMember],
  ["clerk/javascript#705", callsFetchAsNoMember],
  ["openai/openai-node#1656", tellsTheReason],
  ["TritonDataCenter/node-smartdc#48", tellsTheReason],
  ["openai/openai-node#1825", limitsTheBody],
  ["openai/openai-node#2727", endsTheWaitOnAbort],
  ["stripe/stripe-node#558", namesEachPost],
  ["stripe/stripe-node#559", namesEachPost],
  ["openapi-ts/openapi-typescript#2457", leavesOutUndefined],
  ["openapi-ts/openapi-typescript#1150", joinsWithOneSlash],
  ["octokit/rest.js#266", knowsErrorsOfAnotherCopy],
  ["octokit/request-error.js#246", knowsErrorsOfAnotherCopy],
  ["actions/toolkit#1688", knowsErrorsOfAnotherCopy],
  ["octokit/octokit.js#1849", ignoresTheClockOfReset],
  ["suthio/redash-mcp#30", hidesTheKey],
  ["upstash/redis-js#327", takesNothingFromACache],
  ["Flagsmith/flagsmith-js-client#216", takesNothingFromACache],
  ["simstudioai/sim#128", needsNoRandomUuid],
  ["duckduckgo/content-scope-scripts#200", needsNoRandomUuid],
  ["eclipse-syson/syson#562", needsNoRandomUuid],
  ["posit-dev/shinychat#187", needsNoRandomUuid],
  ["buildonspark/spark#133", importsErrorsAtTheStart],
  ["transloadit/uppy#5425", importsErrorsAtTheStart],
  ["sindresorhus/got#208", retriesNoUntrustedCertificate],
  ["paypal/PayPal-node-SDK#92", retriesNoUntrustedCertificate],
  ["request/request#1015", retriesNoUntrustedCertificate],
  ["johnkpaul/jquery-ajax-retry#10", waitsAsAsked],
  ["Ironclad/rivet#344", retriesA408],
  ["miruamel/xingyu#72", timesEachAttempt],
  ["earendil-works/pi#4339", sendsOnlyTheGivenKey],
];

test.each(REPORTS.map(([report, does]) => ({ report, does, name: does.name })))(
  "$report: $name",
  ({ does }) => does(),
);
