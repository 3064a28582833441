import { expect, onTestFinished, test, vi } from "vitest";
import { systemRuntime } from "../src/http/clock.ts";
import { AbortError, TimeoutError } from "../src/index.ts";
import { dataset, errorOf, hang, ID, json, problem, setUp, turns } from "./harness.ts";

const JSON_TYPE = { "content-type": "application/json" };

test("an attempt that takes too long is retried, and the last one throws", async () => {
  const { sinkove, seen, runtime } = setUp(hang, { timeout: 1_000 });
  const error = await errorOf(runtime.run(sinkove.datasets.get(ID)));
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error.timeoutMs).toBe(1_000);
  expect(seen).toHaveLength(3);
  expect(runtime.pending()).toBe(0);
});

test("the limit of an attempt covers the body", async () => {
  const never = () => new Response(new ReadableStream({}), { headers: JSON_TYPE });
  const { sinkove, runtime } = setUp(never, { timeout: 1_000, maxRetries: 0 });
  expect(await errorOf(runtime.run(sinkove.datasets.get(ID)))).toBeInstanceOf(TimeoutError);
});

test("the total limit covers attempts and waits", async () => {
  const { sinkove, runtime } = setUp(
    () => problem(503, "SERVICE_UNAVAILABLE", { headers: { "retry-after": "30" } }),
    { totalTimeout: 10_000 },
  );
  const start = runtime.now();
  const error = await errorOf(runtime.run(sinkove.datasets.get(ID)));
  expect(error).toMatchObject({ code: "TIMEOUT", timeoutMs: 10_000, attempts: [{ status: 503 }] });
  expect(runtime.now() - start).toBe(10_000);
});

test.each([2 ** 31, 1e12, Number.POSITIVE_INFINITY])(
  "a limit or a wait of %d ms, for which no timer is long enough, does not end at once",
  (ms) => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const action = vi.fn();
    systemRuntime.after(ms, action);
    vi.advanceTimersByTime(2 ** 31 - 2);
    expect(action).not.toHaveBeenCalled();
  },
);

const reason = new Error("The user left.");
const phases: Record<
  string,
  (signal: AbortSignal) => { work: PromiseLike<unknown>; pending(): number }
> = {
  "while connecting, where fetch ignores the signal": (signal) => {
    const { sinkove, runtime } = setUp(() => new Promise(() => {}));
    return { work: sinkove.datasets.get(ID, { signal }), pending: runtime.pending };
  },
  "while connecting": (signal) => {
    const { sinkove, runtime } = setUp(hang);
    return { work: sinkove.datasets.get(ID, { signal }), pending: runtime.pending };
  },
  "while the key is fetched": (signal) => {
    const { sinkove, runtime } = setUp(hang, { apiKey: () => new Promise(() => {}) });
    return { work: sinkove.datasets.get(ID, { signal }), pending: runtime.pending };
  },
  "in the body": (signal) => {
    const { sinkove, runtime } = setUp(
      () => new Response(new ReadableStream({}), { headers: JSON_TYPE }),
    );
    return { work: sinkove.datasets.get(ID, { signal }), pending: runtime.pending };
  },
  "in a backoff": (signal) => {
    const { sinkove, runtime } = setUp(() => problem(503, "SERVICE_UNAVAILABLE"));
    return { work: sinkove.datasets.get(ID, { signal }), pending: runtime.pending };
  },
  "between pages": (signal) => {
    const { sinkove, runtime } = setUp(({ url }) =>
      url.includes("cursor")
        ? new Promise<Response>(() => {})
        : json([dataset()], { headers: { link: '</v1/datasets?cursor=b>; rel="next"' } }),
    );
    return { work: sinkove.datasets.list({}, { signal }).all(), pending: runtime.pending };
  },
  "in wait": (signal) => {
    const { sinkove, runtime } = setUp(() => json(dataset("PENDING", 0)));
    return { work: sinkove.datasets.wait(ID, { signal }), pending: runtime.pending };
  },
  "in download": (signal) => {
    const { sinkove, runtime } = setUp(({ url, ...rest }) =>
      url.endsWith("/download")
        ? json({ URL: "http://files.test/a", size: 3, sha256: "0".repeat(64) })
        : hang(rest),
    );
    return {
      work: sinkove.datasets.download(ID, undefined, { signal }),
      pending: runtime.pending,
    };
  },
};

test.each(Object.entries(phases))("an abort %s settles in the same turn", async (_, begin) => {
  const controller = new AbortController();
  const { work, pending } = begin(controller.signal);
  let failure: unknown;
  work.then(undefined, (error: unknown) => {
    failure = error;
  });
  // Loading the download's code on first use takes more turns than anything else.
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(failure).toBeUndefined();
  controller.abort(reason);
  await turns(1);
  expect(failure).toBeInstanceOf(AbortError);
  expect((failure as AbortError).cause).toBe(reason);
  expect(pending()).toBe(0);
});

test("a download that is aborted while its code is being loaded settles in the same turn", async () => {
  const { sinkove, seen } = setUp(() =>
    json({ URL: "http://files.test/a", size: 3, sha256: "0".repeat(64) }),
  );
  const controller = new AbortController();
  const work = sinkove.datasets.download(ID, undefined, { signal: controller.signal });
  controller.abort(reason);
  expect((await errorOf(work)).cause).toBe(reason);
  await turns(1);
  expect(seen).toEqual([]);
});

test("an invalid signal rejects, and leaves no timer that would throw later", async () => {
  const { sinkove, runtime, seen } = setUp(() => json(dataset()));
  const signal = 5 as unknown as AbortSignal; // JavaScript programs can pass any value
  expect((await errorOf(sinkove.datasets.get(ID, { signal }))).message).toMatch(
    /^signal must be an AbortSignal/,
  );
  expect(runtime.pending()).toBe(0);
  expect(seen).toEqual([]);
});

test("an abort before sending sends nothing", async () => {
  const { sinkove, seen } = setUp(() => json(dataset()));
  const error = await errorOf(sinkove.datasets.get(ID, { signal: AbortSignal.abort(reason) }));
  expect(error).toMatchObject({ cause: reason, attempts: [] });
  expect(seen).toEqual([]);
});

test("a call that succeeds leaves no timer", async () => {
  const { sinkove, runtime } = setUp(() => json(dataset()));
  await sinkove.datasets.get(ID, { signal: new AbortController().signal, totalTimeout: 5_000 });
  expect(runtime.pending()).toBe(0);
});
