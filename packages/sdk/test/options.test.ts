import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ArgumentError,
  ConfigurationError,
  type RequestOptions,
  Sinkove,
  type SinkoveOptions,
} from "../src/index.ts";
import { dataset, errorOf, ID, json, KEY, setUp } from "./harness.ts";

// JavaScript programs can pass any value.
const WRONG: [string, unknown, string][] = [
  ["timeout", "5s", "timeout must be milliseconds, 0 or more."],
  ["timeout", "5000", "timeout must be milliseconds, 0 or more."],
  ["timeout", Number.NaN, "timeout must be milliseconds, 0 or more."],
  ["timeout", null, "timeout must be milliseconds, 0 or more."],
  ["totalTimeout", -1, "totalTimeout must be milliseconds, 0 or more."],
  ["maxRetryWait", 5n, "maxRetryWait must be milliseconds, 0 or more."],
  ["maxRetries", 1.5, "maxRetries must be a whole number, 0 or more."],
  ["maxRetries", "2", "maxRetries must be a whole number, 0 or more."],
  ["maxRetries", -1, "maxRetries must be a whole number, 0 or more."],
];

test.each(WRONG)(
  "a client with the %s %o is refused, with what it must be",
  (name, value, message) => {
    const make = () => new Sinkove({ apiKey: KEY, baseUrl: "https://sandbox.test", [name]: value });
    expect(make).toThrow(ArgumentError);
    expect(make).toThrow(message);
  },
);

test("a key instead of options is rejected, and not shown", () => {
  const options = KEY as SinkoveOptions;
  expect(() => new Sinkove(options)).toThrow(new ConfigurationError("Pass options: { apiKey }."));
});

const CALLS: Record<string, (client: Sinkove, options: RequestOptions) => PromiseLike<unknown>> = {
  get: ({ datasets }, options) => datasets.get(ID, options),
  list: ({ datasets }, options) => datasets.list({}, options).all(),
  wait: ({ datasets }, options) => datasets.wait(ID, options),
  download: ({ datasets }, options) => datasets.download(ID, undefined, options),
  "http.GET": ({ http }, options) => http.GET("/me", options as never),
};

test.each(Object.entries(CALLS))(
  "%s rejects limits that are none, and sends nothing",
  async (_, call) => {
    const { sinkove, seen } = setUp(() => json([dataset()]));
    for (const [name, value, message] of WRONG) {
      const error = await errorOf(call(sinkove, { [name]: value }));
      expect(error).toMatchObject({ name: "ArgumentError", message });
    }
    expect(seen).toEqual([]);
  },
);

test("an invalid interval of a wait is rejected, and nothing is sent", async () => {
  const { sinkove, seen } = setUp(() => json(dataset("PENDING", 0)));
  const maxInterval = "5s" as unknown as number;
  const error = await errorOf(sinkove.datasets.wait(ID, { maxInterval }));
  expect(error.message).toBe("maxInterval must be milliseconds, 0 or more.");
  expect(seen).toEqual([]);
});

test("0 and Infinity are no time limit, fractions of a millisecond are, and undefined is the default", async () => {
  const options = { timeout: 0.5, totalTimeout: Number.POSITIVE_INFINITY, maxRetries: undefined };
  const { sinkove, runtime } = setUp(() => json(dataset()), { ...options, maxRetryWait: 0 });
  expect(await runtime.run(sinkove.datasets.get(ID, { timeout: 0 }))).toEqual(dataset());
});

test("unknown options are ignored, even if one is a key", async () => {
  const unknown = { otherKey: KEY, maxima: "many" };
  const { sinkove } = setUp(() => json(dataset()), unknown as SinkoveOptions);
  expect(await sinkove.datasets.get(ID, unknown as RequestOptions)).toEqual(dataset());
});

test("a baseUrl may end in any number of slashes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(30), async (count) => {
      const baseUrl = `http://127.0.0.1:4010/v1${"/".repeat(count)}`;
      const { sinkove, seen } = setUp(() => json({}), { baseUrl });
      await sinkove.me();
      expect(seen[0]?.url).toBe("http://127.0.0.1:4010/v1/me");
    }),
  );
});

test.each<unknown>([
  "",
  "api.sinkove.com",
  "ftp://a.test",
  "https://u:p@a.test",
  "https://a.test/?b=c",
  "https://a.test/#b",
  5,
  {},
])("a client with the baseUrl %o is refused", (baseUrl) => {
  const options = { apiKey: KEY, baseUrl } as SinkoveOptions;
  expect(() => new Sinkove(options)).toThrow(/^baseUrl \(SINKOVE_API_URL\) must be like https:/);
});
