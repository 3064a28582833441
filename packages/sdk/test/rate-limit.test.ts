import { expect, onTestFinished, test, vi } from "vitest";
import { dataset, errorOf, type Handler, ID, json, problem, setUp, turns } from "./harness.ts";

/** Creates an account's rate limit bucket as in the API, which reports what is left and rejects excess requests. */
function bucket(limit: number, seconds: number, now: () => number): Handler {
  let tokens = limit;
  let at = now();
  return () => {
    tokens = Math.min(limit, tokens + ((now() - at) * limit) / (seconds * 1000));
    at = now();
    const isAllowed = tokens >= 1;
    if (isAllowed) tokens--;
    const full = ((limit - tokens) * seconds) / limit;
    const headers = {
      "x-ratelimit-limit": `${limit}`,
      "x-ratelimit-remaining": `${Math.floor(tokens)}`,
      ratelimit: `"per-account";r=${Math.floor(tokens)};t=${Math.ceil(full)}`,
    };
    if (isAllowed) return json(dataset(), { headers });
    const wait = `${Math.ceil(((1 - tokens) * seconds) / limit)}`;
    return problem(429, "RATE_LIMIT_EXCEEDED", { headers: { ...headers, "retry-after": wait } });
  };
}

/** Creates responses that report the remaining requests, in the order of the requests. */
function saying(left: (string | undefined)[], more: Record<string, string> = {}): Handler {
  return (_, index) => {
    const told = left[index];
    const headers = told === undefined ? {} : { "x-ratelimit-remaining": told, ...more };
    return json(dataset(), { headers });
  };
}

async function getMany(count: number, { sinkove, runtime }: ReturnType<typeof setUp>) {
  const start = runtime.now();
  const calls = Array.from({ length: count }, () => sinkove.datasets.get(ID).safe());
  const results = await runtime.run(Promise.all(calls));
  return { errors: results.filter(({ error }) => error), took: runtime.now() - start };
}

test("thirty calls at once against five in two seconds succeed, and only the first are refused", async () => {
  const client = setUp((seen, index) => handler(seen, index));
  const handler = bucket(5, 2, client.runtime.now);
  const { errors, took } = await getMany(30, client);
  expect(errors).toEqual([]);
  expect(client.seen).toHaveLength(30 + 25);
  expect(took).toBeLessThanOrEqual(12_000);
});

test("calls one after the other are never refused, and wait for one place in the bucket, not for all", async () => {
  const client = setUp((seen, index) => handler(seen, index), { maxRetries: 0 });
  const handler = bucket(100, 60, client.runtime.now);
  const start = client.runtime.now();
  for (let i = 0; i < 110; i++) await client.runtime.run(client.sinkove.datasets.get(ID));
  expect(client.runtime.now() - start).toBeLessThanOrEqual(10 * 600);
});

test("no more requests are in progress than the last response allowed", async () => {
  const waiting: (() => void)[] = [];
  const client = setUp(
    () =>
      new Promise((resolve) => {
        const headers = { "x-ratelimit-remaining": "2" };
        waiting.push(() => resolve(json(dataset(), { headers })));
      }),
  );
  const first = client.sinkove.datasets.get(ID);
  waiting.shift()?.();
  await client.runtime.run(first);
  const rest = Promise.all(Array.from({ length: 9 }, () => client.sinkove.datasets.get(ID)));
  for (let done = 1; done < 10; done++) {
    await new Promise((resolve) => setImmediate(resolve));
    expect(waiting.length).toBe(Math.min(2, 10 - done));
    waiting.shift()?.();
  }
  await client.runtime.run(rest);
});

test("a response wakes as many calls as may be sent, however many wait", async () => {
  const { sinkove, runtime } = setUp(saying(Array.from({ length: 500 }, () => "2")));
  await runtime.run(sinkove.datasets.get(ID));
  const looks = vi.fn(runtime.now);
  Object.assign(runtime, { now: looks });
  await runtime.run(Promise.all(Array.from({ length: 400 }, () => sinkove.datasets.get(ID))));
  expect(looks.mock.calls.length).toBeLessThan(400 * 20);
});

test.each([
  ["while the gate is closed", { "x-ratelimit-remaining": "0", ratelimit: '"a";r=0;t=60' }],
  ["while others are under way", { "x-ratelimit-remaining": "1" }],
])("calls that are aborted %s keep no other from its turn", async (_, headers) => {
  const controller = new AbortController();
  const { sinkove, runtime } = setUp(async (_, index) => {
    if (index === 2) controller.abort();
    await turns();
    return json(dataset(), { headers });
  });
  await runtime.run(sinkove.datasets.get(ID));
  const calls = Array.from({ length: 60 }, (_, index) => {
    const signal = index % 3 ? controller.signal : undefined;
    return sinkove.datasets.get(ID, { signal, timeout: 0 }).safe();
  });
  const results = await runtime.run(Promise.all(calls));
  expect(results.flatMap(({ data }, index) => (data && index % 3 === 0 ? [1] : []))).toHaveLength(
    20,
  );
  expect(results.filter(({ error }) => error).length).toBeGreaterThan(30);
  expect(runtime.pending()).toBe(0);
});

test("responses that arrive out of order do not open the gate", async () => {
  const answers: (() => void)[] = [];
  const client = setUp(
    (_, index) =>
      new Promise((resolve) => {
        const headers = { "x-ratelimit-remaining": `${4 - index}` };
        answers.push(() => resolve(json(dataset(), { headers })));
      }),
  );
  const { runtime, sinkove, seen } = client;
  const first = Array.from({ length: 5 }, () => sinkove.datasets.get(ID));
  await runtime.run(new Promise<void>((resolve) => void runtime.after(100, resolve)));
  for (const answer of answers.splice(0).reverse()) {
    answer();
    await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(first);
  const more = Array.from({ length: 5 }, () => sinkove.datasets.get(ID));
  await new Promise((resolve) => setImmediate(resolve));
  expect(seen).toHaveLength(6);
  while (seen.length < 10 || answers.length > 0) {
    answers.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  await runtime.run(Promise.all(more));
});

test.each(["-1", "", "many", "1e999", "NaN", "0x1", "99999999999999999999"])(
  "a remaining number of %j holds nothing back",
  async (told) => {
    const client = setUp(saying(Array.from({ length: 20 }, () => told)));
    const { errors, took } = await getMany(20, client);
    expect(errors).toEqual([]);
    expect(took).toBe(0);
  },
);

test.each<[string, Record<string, string>, number]>([
  ["one at a time where nothing tells when more come", {}, 0],
  [
    "as long as one takes to come back",
    { "x-ratelimit-limit": "4", ratelimit: '"a";r=0;t=2' },
    500,
  ],
  ["until the reset where no limit is told", { ratelimit: '"a";r=0;t=2' }, 2_000],
  ["not at all where that would be longer than maxRetryWait", { ratelimit: "r=0;t=61" }, 0],
  ["not at all for nonsense", { "x-ratelimit-limit": "0", ratelimit: "r=0;t=-5" }, 0],
])("none left, for ever: it waits %s", async (_, headers, wait) => {
  const client = setUp(
    saying(
      Array.from({ length: 10 }, () => "0"),
      headers,
    ),
  );
  await client.runtime.run(client.sinkove.datasets.get(ID));
  const { errors, took } = await getMany(9, client);
  expect(errors).toEqual([]);
  expect(took).toBe(9 * wait);
});

test("after a 429 that claims many remaining requests, one request goes first", async () => {
  const headers = { "x-ratelimit-remaining": "50", "retry-after": "1" };
  let underWay = 0;
  const most: number[] = [];
  const client = setUp(async (_, index) => {
    most.push(++underWay);
    await new Promise<void>((resolve) => void client.runtime.after(50, resolve));
    underWay--;
    if (index < 9) return problem(429, "RATE_LIMIT_EXCEEDED", { headers });
    return json(dataset());
  });
  const { errors } = await getMany(9, client);
  expect(errors).toEqual([]);
  expect(most.slice(9, 12)).toEqual([1, 1, 2]);
});

test("the requests that one key has used delay those of another for one place only", async () => {
  const left = ["0", ...Array.from({ length: 9 }, () => "80")];
  const headers = { "x-ratelimit-limit": "100", ratelimit: '"per-key";r=0;t=60' };
  const client = setUp(saying(left, headers));
  await client.runtime.run(client.sinkove.datasets.get(ID));
  const { errors, took } = await getMany(9, client);
  expect(errors).toEqual([]);
  expect(took).toBe(600);
});

test.each<[string, string, number]>([
  ["the key's", "5", 12_000],
  ["the account's", "100", 600],
])("none left in one of two buckets: it waits for %s", async (_, limit, wait) => {
  const headers = {
    "x-ratelimit-limit": limit,
    "ratelimit-policy": '"per-account";q=100;w=60, "per-key";q=5;w=60',
    ratelimit: '"per-account";r=0;t=59, "per-key";r=0;t=57',
  };
  const client = setUp(saying(["0", "5"], headers));
  await client.runtime.run(client.sinkove.datasets.get(ID));
  const { errors, took } = await getMany(1, client);
  expect(errors).toEqual([]);
  expect(took).toBe(wait);
});

test("a client whose key has a limit of its own waits for it, and another client of the account does not", async () => {
  const limited = setUp((seen, index) => own(seen, index));
  const own = bucket(5, 2, limited.runtime.now);
  const account = bucket(100, 60, limited.runtime.now);
  const other = setUp(account, { runtime: limited.runtime });
  const many = ({ sinkove }: typeof limited) =>
    Promise.all(Array.from({ length: 30 }, () => sinkove.datasets.get(ID).safe()));
  const waiting = many(limited);
  const start = limited.runtime.now();
  const unhindered = await many(other);
  expect(limited.runtime.now() - start).toBe(0);
  const results = [...unhindered, ...(await limited.runtime.run(waiting))];
  expect(results.filter(({ error }) => error)).toEqual([]);
});

test("a call that is given up while it waits at the gate leaves nothing behind", async () => {
  const headers = { ratelimit: '"a";r=0;t=50' };
  const { sinkove, runtime, seen } = setUp(saying(["0"], headers));
  await runtime.run(sinkove.datasets.get(ID));
  const controller = new AbortController();
  const call = errorOf(sinkove.datasets.get(ID, { signal: controller.signal }));
  controller.abort();
  expect((await call).code).toBe("ABORTED");
  expect(seen).toHaveLength(1);
  expect(runtime.pending()).toBe(0);
});

test("in a Cloudflare Worker no call waits for another, and a cancelled one blocks none", async () => {
  onTestFinished(() => void vi.unstubAllGlobals());
  vi.stubGlobal("navigator", { userAgent: "Cloudflare-Workers" });
  const headers = { "x-ratelimit-remaining": "1" };
  const { sinkove, runtime } = setUp((_, index) =>
    index === 1 ? new Promise(() => undefined) : json(dataset(), { headers }),
  );
  await runtime.run(sinkove.datasets.get(ID));
  void sinkove.datasets.get(ID, { timeout: 0 });
  const start = runtime.now();
  await runtime.run(sinkove.datasets.get(ID));
  expect(runtime.now() - start).toBeLessThanOrEqual(6_000);
  expect(runtime.pending()).toBe(0);
});
