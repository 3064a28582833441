import { inspect } from "node:util";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { ConfigurationError, ResponseError, Sinkove } from "../src/index.ts";
import {
  dataset,
  errorOf,
  type Handler,
  ID,
  json,
  KEY,
  LIVE_KEY,
  loggerTo,
  problem,
  setUp,
} from "./harness.ts";

afterEach(() => vi.unstubAllGlobals());
afterEach(() => vi.unstubAllEnvs());

/** Returns all output that printing a value can produce. */
function printed(value: unknown): string {
  const shown = inspect(value, {
    depth: Number.POSITIVE_INFINITY,
    showHidden: true,
    getters: true,
  });
  return shown + JSON.stringify(value) + String(value) + String((value as Error)?.stack);
}

/** Whether a text contains eight or more consecutive characters of the key's secret part. */
function leaks(text: string): boolean {
  for (let start = 17; start + 8 <= KEY.length; start++) {
    if (text.includes(KEY.slice(start, start + 8))) return true;
  }
  return false;
}

test("the detector finds a key", () => {
  expect(leaks(`Bearer ${KEY}`)).toBe(true);
  expect(leaks("nothing")).toBe(false);
});

test("printing a client, its resources or its low-level client does not show the key", async () => {
  const { sinkove } = setUp(() => json(dataset()));
  await sinkove.datasets.get(ID);
  for (const value of [
    sinkove,
    sinkove.datasets,
    sinkove.apiKeys,
    sinkove.http,
    sinkove.datasets.list(),
  ]) {
    expect(leaks(printed(value))).toBe(false);
  }
});

const faults: fc.Arbitrary<Handler> = fc
  .tuple(
    fc.constantFrom(200, 201, 302, 400, 401, 403, 404, 422, 429, 500, 503),
    fc.constantFrom("application/json", "application/problem+json", "text/html", ""),
    fc.string({ maxLength: 300 }),
    fc.constantFrom("plain", "detail", "pointer", "title", "reason", "throw", "cause", "attached"),
    fc.constantFrom("x-request-id", "location", "www-authenticate"),
  )
  .map(([status, type, filler, place, header]) => (seen) => {
    // A server or a `fetch` that returns the key wherever it can.
    const echo = filler + seen.headers.get("authorization") + filler;
    if (place === "throw") throw new TypeError(echo);
    if (place === "cause") throw new TypeError("fetch failed", { cause: new Error(echo) });
    if (place === "attached") throw Object.assign(new Error(echo), { config: seen, name: echo });
    const body = JSON.stringify({
      code: "VALIDATION_ERROR",
      [place]: echo,
      errors: [{ pointer: echo, detail: echo }],
    });
    const headers = new Headers();
    if (type) headers.set("content-type", type);
    headers.set(header, encodeURI(seen.headers.get("authorization") ?? ""));
    return new Response(place === "plain" ? echo : body, { status, headers });
  });

test("no error, cause, log line or hook argument holds the key, whatever the server does", async () => {
  await fc.assert(
    fc.asyncProperty(faults, async (handler) => {
      const shown: string[] = [];
      const note = (value: unknown) => void shown.push(printed(value));
      const { sinkove, runtime } = setUp(handler, {
        logLevel: "debug",
        logger: loggerTo(note),
        onRequest: (info) => note([info, [...info.headers]]),
        onResponse: (info) => note([info, [...info.headers]]),
        onError: note,
        onRetry: note,
      });
      const { error } = await runtime.run(sinkove.datasets.get(ID).safe());
      for (let at: unknown = error; at instanceof Error; at = at.cause) note(at);
      expect(shown.filter(leaks)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("a key that is refused is not repeated", () => {
  fc.assert(
    fc.property(fc.nat({ max: KEY.length - 1 }), fc.constantFrom("#", "é", "Z"), (at, sign) => {
      const damaged = KEY.slice(0, at) + sign + KEY.slice(at + 1);
      if (damaged === KEY) return;
      try {
        new Sinkove({ apiKey: damaged, baseUrl: "http://127.0.0.1/" });
      } catch (error) {
        expect(error).toBeInstanceOf(ConfigurationError);
        expect(leaks(printed(error))).toBe(false);
        return;
      }
      throw new Error("It was accepted.");
    }),
  );
});

test("a redirect to another origin is not followed", async () => {
  for (const location of ["https://evil.test/v1/x", "http://127.0.0.1:4011/v1/x", "//evil.test/"]) {
    const { sinkove, seen } = setUp(
      () => new Response(null, { status: 307, headers: { location } }),
    );
    expect(await errorOf(sinkove.datasets.get(ID))).toBeInstanceOf(ResponseError);
    expect(seen).toHaveLength(1);
  }
});

test.each([
  [
    301,
    "https://login.evil.test/in?state=secret",
    /a redirect to https:\/\/login\.evil\.test\/in,/,
  ],
  [302, "/v1/me", /a redirect to \/v1\/me, which leaves the origin, changes the method or loops\./],
  [304, undefined, /a redirect to nowhere known,/],
])("a %i to %s that is not followed is told with its target", async (status, location, words) => {
  const headers = new Headers(location ? { location } : {});
  const { sinkove } = setUp(() => new Response(null, { status, headers }));
  const { message } = await errorOf(sinkove.me());
  expect(message).toMatch(words);
  expect(message).not.toContain("secret");
});

test("a redirect within the origin is followed, with method and body where they are kept", async () => {
  const { sinkove, seen } = setUp(({ url }) =>
    url.endsWith("/moved")
      ? json(dataset())
      : new Response(null, { status: 308, headers: { location: "/v1/moved" } }),
  );
  await sinkove.datasets.create({ modelId: ID, numSamples: 1, args: {} });
  expect(seen[1]).toMatchObject({ url: "http://127.0.0.1:4010/v1/moved", method: "POST" });
  expect(seen[1]?.body).toBe(seen[0]?.body);
  expect(seen[1]?.headers.get("authorization")).toBe(`Bearer ${KEY}`);
});

test("a redirect to an invalid URL is an unreadable response, and is not retried", async () => {
  const { sinkove, seen, runtime } = setUp(
    () => new Response(null, { status: 302, headers: { location: "http://[" } }),
  );
  const error = await errorOf(runtime.run(sinkove.datasets.get(ID)));
  expect(error.code).toBe("UNREADABLE_RESPONSE");
  expect(seen).toHaveLength(1);
});

test("a POST whose redirect would make it a GET is not followed", async () => {
  const { sinkove, seen } = setUp(
    () => new Response(null, { status: 302, headers: { location: "/v1/moved" } }),
  );
  await errorOf(sinkove.apiKeys.revoke(ID));
  expect(seen).toHaveLength(1);
});

test("a download sends no key", async () => {
  const { sinkove, seen, runtime } = setUp(({ url }) =>
    url.endsWith("/urls/download")
      ? json({
          URL: "https://files.test/x",
          size: 0,
          sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        })
      : problem(404, "DOWNLOAD_NOT_FOUND"),
  );
  await runtime.run(sinkove.datasets.download(ID));
  expect(seen.slice(1).every(({ headers }) => !headers.has("authorization"))).toBe(true);
});

test("a browser is refused with a live key, unless that is allowed", () => {
  vi.stubGlobal("document", {});
  vi.stubGlobal("process", undefined);
  expect(() => new Sinkove({ apiKey: LIVE_KEY })).toThrow(/dangerouslyAllowBrowser/);
  expect(() => new Sinkove({ apiKey: LIVE_KEY, dangerouslyAllowBrowser: true })).not.toThrow();
  expect(() => new Sinkove({ apiKey: KEY, baseUrl: "https://sandbox.test" })).not.toThrow();
});

test("a live key is not sent in clear text to another machine", () => {
  expect(() => new Sinkove({ apiKey: LIVE_KEY, baseUrl: "http://api.example.com" })).toThrow(
    /clear text/,
  );
  expect(() => new Sinkove({ apiKey: LIVE_KEY, baseUrl: "http://localhost:8080" })).not.toThrow();
});

test("an invalid result of the key function is rejected before anything is sent", async () => {
  const { sinkove, seen } = setUp(() => json(dataset()), { apiKey: () => "<your key>" });
  expect(await errorOf(sinkove.datasets.get(ID))).toMatchObject({
    code: "CONFIGURATION",
    reason: "placeholder",
  });
  expect(seen).toEqual([]);
});

test("the key function is asked for each attempt", async () => {
  const keys = [KEY, LIVE_KEY];
  const { sinkove, seen, runtime } = setUp(
    (_, index) => (index === 0 ? problem(500, "INTERNAL_ERROR") : json(dataset())),
    { apiKey: async () => ` ${keys.shift()}\n` },
  );
  await runtime.run(sinkove.datasets.get(ID));
  expect(seen.map(({ headers }) => headers.get("authorization"))).toEqual([
    `Bearer ${KEY}`,
    `Bearer ${LIVE_KEY}`,
  ]);
});

test.each([
  [undefined, "missing"],
  ["  ", "missing"],
  ["$SINKOVE_API_KEY", "placeholder"],
  [`"${KEY}"`, "malformed"],
  [KEY.slice(0, -3), "malformed"],
  [`${KEY.slice(0, -1)}!`, "malformed"],
  [`${KEY.slice(0, 20)}A${KEY.slice(21)}`, "checksum_mismatch"],
])("the key %j is refused at construction as %s", (apiKey, reason) => {
  vi.stubEnv("SINKOVE_API_KEY", "");
  const make = () => new Sinkove({ apiKey, baseUrl: "http://127.0.0.1:4010" });
  expect(make).toThrow(expect.objectContaining({ name: "ConfigurationError", reason }));
});

test("a sandbox key is refused for the service", () => {
  expect(() => new Sinkove({ apiKey: KEY })).toThrow(
    expect.objectContaining({ reason: "wrong_environment" }),
  );
});

test("key and URL come from the environment, and white space around the key does not matter", async () => {
  vi.stubEnv("SINKOVE_API_KEY", ` ${KEY}\n`);
  vi.stubEnv("SINKOVE_API_URL", "http://127.0.0.1:9/v1/");
  const seen: unknown[] = [];
  const fetch: typeof globalThis.fetch = async (url, init) => {
    seen.push(url, new Headers(init?.headers).get("authorization"));
    return json(dataset());
  };
  await new Sinkove({ fetch }).datasets.get(ID);
  expect(seen).toEqual([`http://127.0.0.1:9/v1/datasets/${ID}`, `Bearer ${KEY}`]);
});
