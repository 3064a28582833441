import { Readable } from "node:stream";
import { expect, onTestFinished, test, vi } from "vitest";
import { Sinkove, type SinkoveOptions } from "../src/index.ts";
import { dataset, ID, json, KEY, loggerTo, problem, setUp } from "./harness.ts";

const SHA256 = "8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4";

/** Creates a function like those of browsers and Workers, which throw if they are called as methods of an object. */
function detached<Args extends unknown[], Result>(
  name: string,
  calls: string[],
  work: (...args: Args) => Result,
): (...args: Args) => Result {
  return function (this: unknown, ...args) {
    if (this !== undefined && this !== globalThis) throw new TypeError("Illegal invocation");
    calls.push(name);
    return work(...args);
  };
}

/** Creates a server with one dataset. It rejects the first request to each URL. */
function server(): typeof fetch {
  const seen = new Set<string>();
  return async (input) => {
    const url = String(input);
    if (seen.size < seen.add(url).size) return problem(503, "SERVICE_UNAVAILABLE");
    if (url.endsWith("/urls/download"))
      return json({ URL: "https://files.test/hi", size: 2, sha256: SHA256 });
    return url.endsWith("/hi") ? new Response("hi") : json(dataset());
  };
}

test("no function that is passed is called as a member of an object", async () => {
  const calls: string[] = [];
  const ignore = () => undefined;
  const answer = server();
  const { sinkove, runtime } = setUp(() => json({}), {
    fetch: detached("fetch", calls, (...args: Parameters<typeof fetch>) =>
      calls.includes("fail") ? answer(...args) : Promise.reject(new Error(`${calls.push("fail")}`)),
    ),
    apiKey: detached("apiKey", calls, () => KEY),
    logLevel: "debug",
    logger: loggerTo(detached("logger", calls, ignore)),
    onRequest: detached("onRequest", calls, ignore),
    onResponse: detached("onResponse", calls, ignore),
    onError: detached("onError", calls, ignore),
    onRetry: detached("onRetry", calls, ignore),
  });
  const onWait = detached("onProgress of a wait", calls, ignore);
  await runtime.run(sinkove.datasets.wait(ID, { onProgress: onWait }));
  const onDownload = detached("onProgress of a download", calls, ignore);
  const file = await runtime.run(
    sinkove.datasets.download(ID, undefined, { onProgress: onDownload }),
  );
  expect(new TextDecoder().decode(file)).toBe("hi");
  expect([...new Set(calls)].sort()).toEqual([
    "apiKey",
    "fail",
    "fetch",
    "logger",
    "onError",
    "onProgress of a download",
    "onProgress of a wait",
    "onRequest",
    "onResponse",
    "onRetry",
  ]);
});

test("hooks are not called as members without a log either", async () => {
  const calls: string[] = [];
  const hook = detached("hook", calls, () => undefined);
  const hooks = { onRequest: hook, onResponse: hook, onError: hook, onRetry: hook };
  const { sinkove, runtime } = setUp(
    (_, index) =>
      index ? json(dataset()) : Promise.reject(new TypeError("The connection was reset.")),
    hooks,
  );
  await runtime.run(sinkove.datasets.get(ID));
  expect(calls).toHaveLength(5);
});

test("a global fetch that is replaced after the client was made is used, and not as a member", async () => {
  onTestFinished(() => void vi.unstubAllGlobals());
  const options: SinkoveOptions = { apiKey: KEY, baseUrl: "http://127.0.0.1:9" };
  const sinkove = new Sinkove(options);
  const calls: string[] = [];
  vi.stubGlobal(
    "fetch",
    detached("fetch", calls, async () => json(dataset())),
  );
  await sinkove.datasets.get(ID);
  expect(calls).toEqual(["fetch"]);
});

/** Returns the `cache` of each request of a get, a create, a download and a redirect. */
async function cachesOf(): Promise<unknown[]> {
  const caches: unknown[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = String(input);
    caches.push(init && "cache" in init ? init.cache : "absent");
    if (url.endsWith("/datasets"))
      return new Response(null, { status: 307, headers: { location: "/v1/created" } });
    if (url.endsWith("/urls/download"))
      return json({ URL: "https://files.test/hi", size: 2, sha256: SHA256 });
    return url.endsWith("/hi") ? new Response("hi") : json({});
  };
  const { sinkove, runtime } = setUp(() => json({}), { fetch });
  await sinkove.datasets.get(ID);
  await sinkove.datasets.create({ modelId: ID, numSamples: 1, args: {} });
  await sinkove.http.GET("/me");
  await runtime.run(sinkove.datasets.download(ID));
  return caches;
}

test("no request uses a cache, such as that of Next.js 14", async () => {
  expect(await cachesOf()).toEqual(Array.from({ length: 6 }, () => "no-store"));
});

test.each([
  ["knows no cache, and throws for it", class Request {}],
  ["has no Request at all", undefined],
])("a runtime that %s is told of none", async (_, request) => {
  onTestFinished(() => void vi.unstubAllGlobals());
  vi.stubGlobal("Request", request);
  expect(await cachesOf()).toEqual(Array.from({ length: 6 }, () => "absent"));
});

test("a passed fetch may return bodies that are streams of Node, as node-fetch does", async () => {
  const nodeBody = (response: Response): Response =>
    Object.defineProperty(response, "body", {
      value: Readable.from([Buffer.from("h"), Buffer.from("i")]),
    });
  const { sinkove, seen, runtime } = setUp(({ url }) => {
    if (url.endsWith("/urls/download"))
      return json({ URL: "https://files.test/hi", size: 2, sha256: SHA256 });
    if (url.endsWith("/hi")) return nodeBody(new Response(null));
    if (url.endsWith("/me"))
      return nodeBody(new Response(null, { status: 307, headers: { location: "/v1/you" } }));
    return json({});
  });
  expect(await runtime.run(sinkove.datasets.download(ID))).toEqual(new TextEncoder().encode("hi"));
  await runtime.run(sinkove.me());
  expect(seen.at(-1)?.url).toMatch(/\/you$/);
});
