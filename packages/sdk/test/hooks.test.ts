import { expect, expectTypeOf, onTestFinished, test, vi } from "vitest";
import type { SinkoveOptions } from "../src/index.ts";
import { dataset, errorOf, ID, json, KEY, loggerTo, problem, setUp, turns } from "./harness.ts";

/** Collects unhandled rejections during the test. */
function unhandledRejections(): unknown[] {
  const reasons: unknown[] = [];
  const note = (reason: unknown) => void reasons.push(reason);
  process.on("unhandledRejection", note);
  onTestFinished(() => void process.off("unhandledRejection", note));
  return reasons;
}

test("an asynchronous onRequest is awaited, and may add headers", async () => {
  const { sinkove, seen } = setUp(() => json(dataset()), {
    onRequest: async ({ headers }) => {
      await turns();
      headers.set("traceparent", "00-a-b-01");
    },
  });
  await sinkove.datasets.get(ID);
  expect(seen[0]?.headers.get("traceparent")).toBe("00-a-b-01");
});

test("an onRequest that rejects ends the call with its error, and nothing is sent", async () => {
  const fault = new Error("no trace");
  const { sinkove, seen } = setUp(() => json(dataset()), {
    onRequest: () => Promise.reject(fault),
  });
  expect(await errorOf(sinkove.datasets.get(ID))).toBe(fault);
  expect(seen).toEqual([]);
});

test("an onRequest that never settles is within the time limit and the signal of its call", async () => {
  const hang = () => new Promise<void>(() => undefined);
  const { sinkove, seen, runtime } = setUp(() => json({}), { onRequest: hang, maxRetries: 0 });
  const late = await errorOf(runtime.run(sinkove.datasets.get(ID, { timeout: 50 })));
  expect(late.name).toBe("TimeoutError");
  const controller = new AbortController();
  const call = errorOf(sinkove.datasets.get(ID, { signal: controller.signal }));
  await turns();
  controller.abort();
  expect((await call).name).toBe("AbortError");
  expect(seen).toEqual([]);
});

test("a request that is aborted while onRequest runs is not sent", async () => {
  const controller = new AbortController();
  const { sinkove, seen } = setUp(() => json({}), {
    onRequest: async () => controller.abort(),
  });
  await errorOf(sinkove.datasets.get(ID, { signal: controller.signal }));
  await turns();
  expect(seen).toEqual([]);
});

test("a hook that is not awaited and rejects is logged, and the call goes on", async () => {
  const unhandled = unhandledRejections();
  const lines: string[] = [];
  const rejects = async () => {
    throw new Error(`broken ${KEY}`);
  };
  const { sinkove, runtime } = setUp(
    (_, index) =>
      [() => problem(503, "SERVICE_UNAVAILABLE"), () => Promise.reject(new Error("reset"))][
        index
      ]?.() ?? json(dataset()),
    {
      logger: loggerTo((line) => lines.push(line)),
      logLevel: "error",
      onResponse: rejects,
      onError: rejects,
      onRetry: rejects,
    },
  );
  await runtime.run(sinkove.datasets.wait(ID, { onProgress: rejects }));
  await turns();
  // Two responses, an error, two retries and the progress of the wait.
  const line = `[sinkove] A hook rejected: broken ${KEY.slice(0, 13)}…`;
  expect(lines).toEqual(Array.from({ length: 6 }, () => line));
  expect(unhandled).toEqual([]);
});

test.each([undefined, null, 5, Symbol("a"), Object.create(null), { message: 5 }])(
  "a hook may reject with %o",
  async (reason) => {
    const unhandled = unhandledRejections();
    const lines: string[] = [];
    const { sinkove } = setUp(() => json({}), {
      logger: loggerTo((line) => lines.push(line)),
      onResponse: () => Promise.reject(reason),
    });
    await sinkove.me();
    await turns();
    expect(lines).toHaveLength(1);
    expect(unhandled).toEqual([]);
  },
);

const LEVELS = ["error", "warn", "info", "debug"] as const;

test.each([
  ["off", []],
  ["error", ["error: hook"]],
  ["warn", ["error: hook", "warn: failed"]],
  ["info", ["error: hook", "info: again", "warn: failed"]],
  ["debug", ["debug: 200", "error: hook", "info: again", "warn: failed"]],
] as const)("the level %s logs %j, each by the logger's method", async (logLevel, expected) => {
  const words = /(200) in|(again)|(failed): reset \(|(hook) rejected/;
  const lines: string[] = [];
  const logger = Object.fromEntries(
    LEVELS.map((level) => [
      level,
      function (this: unknown, line: string) {
        expect(this).toBe(logger); // the methods of pino and other loggers require this
        lines.push(`${level}: ${words.exec(line)?.slice(1).join("")}`);
      },
    ]),
  ) as unknown as NonNullable<SinkoveOptions["logger"]>;
  const { sinkove, runtime } = setUp(
    (_, index) => (index ? json({}) : Promise.reject(new Error("reset"))),
    { logger, logLevel, onResponse: async () => Promise.reject(new Error("a")) },
  );
  await runtime.run(sinkove.me());
  await turns();
  expect([...new Set(lines)].sort()).toEqual(expected);
});

test.each([
  ["DEBUG", 2],
  ["Debug", 2],
  ["OFF", 0],
  ["verbose", 1],
  ["1", 1],
])("SINKOVE_LOG=%s is a level in any case, or that of errors", async (level, count) => {
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv("SINKOVE_LOG", level);
  const lines: string[] = [];
  const { sinkove } = setUp(() => json({}), {
    logger: loggerTo((line) => lines.push(line)),
    onResponse: async () => Promise.reject(new Error("a")),
  });
  await sinkove.me();
  await turns();
  expect(lines).toHaveLength(count);
});

test("console is a logger, and by default lines go to the standard error", async () => {
  onTestFinished(() => void vi.restoreAllMocks());
  const debug = vi.spyOn(console, "debug").mockReturnValue();
  const error = vi.spyOn(console, "error").mockReturnValue();
  await setUp(() => json({}), { logger: console, logLevel: "debug" }).sinkove.me();
  expect([debug.mock.calls.length, error.mock.calls.length]).toEqual([1, 0]);
  await setUp(() => json({}), { logLevel: "debug" }).sinkove.me();
  expect([debug.mock.calls.length, error.mock.calls.length]).toEqual([1, 1]);
  // A program in JavaScript may pass a logger without all methods.
  const logger = { error } as unknown as NonNullable<SinkoveOptions["logger"]>;
  await setUp(() => json({}), { logger, logLevel: "debug" }).sinkove.me();
  expect([debug.mock.calls.length, error.mock.calls.length]).toEqual([1, 2]);
});

test("the types say which hook may be asynchronous", () => {
  type OnRequest = NonNullable<SinkoveOptions["onRequest"]>;
  expectTypeOf<(info: unknown) => Promise<void>>().toExtend<OnRequest>();
  expectTypeOf<(info: unknown) => number>().toExtend<OnRequest>();
  expectTypeOf<ReturnType<OnRequest>>().toEqualTypeOf<void | Promise<void>>();
  type OnResponse = NonNullable<SinkoveOptions["onResponse"]>;
  expectTypeOf<ReturnType<OnResponse>>().toEqualTypeOf<void>();
});
