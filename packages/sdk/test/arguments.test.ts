import { generateApiKey } from "@sinkove/api-key";
import { readContract } from "@sinkove/openapi/contract";
import { type Callee, calleesOf } from "@sinkove/sdk-generator/callees";
import { sdkModelOf } from "@sinkove/sdk-generator/sdk-model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type List, Sinkove, SinkoveError, type SinkoveOptions } from "../src/index.ts";
import { dataset, errorOf, ID, json, KEY, setUp } from "./harness.ts";

const contract = readContract();
const callees = calleesOf(contract, sdkModelOf(contract));

// JavaScript programs can pass any value.
type Anything = (...args: unknown[]) => unknown;
type Answered = PromiseLike<unknown> & { safe(): Promise<unknown> };

/** A method with valid arguments, without options. */
interface Subject {
  readonly name: string;
  readonly valid: readonly unknown[];
  readonly start: (sinkove: Sinkove, args: readonly unknown[]) => unknown;
}

function subjectOf({ operationId, resource, method, parent }: Callee): Subject {
  const body = method.body && Object.fromEntries(method.body.members.map(({ name }) => [name, 1]));
  const valid = [...(parent ? [ID] : []), ...method.path.map(() => ID), ...(body ? [body] : [])];
  const start: Subject["start"] = (sinkove, args) => {
    type Methods = Record<string, Anything>;
    const client = sinkove as unknown as Record<string, Methods> & Methods;
    const owner = resource === undefined ? client : client[resource];
    if (!parent) return (owner as Methods)[method.name]?.(...args);
    const [id, ...rest] = args;
    const scoped = client[parent.resource]?.[resource ?? ""]?.(id) as Methods | undefined;
    return scoped?.[method.name]?.(...rest);
  };
  const query = method.query.length > 0 ? [{}] : [];
  return { name: operationId, valid: [...valid, ...query, {}], start };
}

const SUBJECTS: readonly Subject[] = [
  ...callees.map(subjectOf),
  {
    name: "datasets.wait",
    valid: [ID, {}],
    start: ({ datasets }, args) => (datasets.wait as Anything).call(datasets, ...args),
  },
  {
    name: "datasets.download",
    valid: [ID, undefined, {}],
    start: ({ datasets }, args) => (datasets.download as Anything).call(datasets, ...args),
  },
  {
    name: "List.all",
    valid: [{}],
    start: ({ datasets }, [options]) => {
      const list = datasets.list();
      return { safe: () => list.safe(), page: () => list.all(options as { max: number }) };
    },
  },
];

const fail = () => {
  throw new RangeError("This getter throws.");
};
const circular: unknown[] = [];
circular.push({ circular });
const revoked = Proxy.revocable({}, {});
revoked.revoke();

/** A function that creates a value. fast-check inspects values, which some of these do not allow. */
type Made = () => unknown;
const ODD = [
  { circular },
  new Proxy({}, { get: fail, ownKeys: fail, has: fail }),
  new Proxy(new AbortController().signal, {}),
  Object.defineProperty({}, "name", { get: fail, enumerable: true }),
  { toJSON: fail },
  { toJSON: () => undefined },
  { toString: fail, valueOf: fail, toISOString: fail },
  Object.create(null),
  new Date(Number.NaN),
  Symbol("odd"),
  fail,
  10n,
  Number.NaN,
  "\ud800",
  "a\nb",
  "\u0000",
  "",
];
const anything: fc.Arbitrary<Made> = fc.oneof(
  fc
    .nat({ max: ODD.length })
    .map((index) => () => (index < ODD.length ? ODD[index] : revoked.proxy)),
  fc
    .anything({ withBigInt: true, withDate: true, withNullPrototype: true, withSparseArray: true })
    .map((value) => () => value),
);
const NAMES = [
  ...["signal", "timeout", "totalTimeout", "maxRetries", "maxRetryWait", "idempotencyKey"],
  ...["headers", "onProgress", "maxInterval", "strategy", "max", "limit", "cursor", "state"],
  ...["name", "args", "expiresAt"],
];
/** Creates an object with property names that the SDK uses. */
const named: fc.Arbitrary<Made> = fc
  .array(fc.tuple(fc.constantFrom(...NAMES), anything), { maxLength: 3 })
  .map((members) => () => Object.fromEntries(members.map(([name, make]) => [name, make()])));
const argument = fc.oneof(anything, named);

/** The SHA-256 of a file without content. */
const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

function client(options: SinkoveOptions = {}) {
  return setUp(({ method, url }) => {
    if (method === "DELETE") return new Response(null, { status: 204 });
    if (url.endsWith("/urls/download")) return json({ URL: "x:", size: 0, sha256: EMPTY });
    return json(/s(\?.*)?$/.test(url) ? [] : dataset());
  }, options);
}

/** Returns the outcomes of a method: of the call that throws, and of the one that returns errors. */
async function outcomesOf({ start }: Subject, args: readonly unknown[]) {
  const { sinkove, runtime, seen } = client({ maxRetries: 0 });
  const thrown: unknown[] = [];
  const sent = start(sinkove, args) as Answered & Partial<List<unknown>>;
  const awaited = sent.page ? sent.page() : sent;
  await runtime.run(awaited as PromiseLike<unknown>).catch((error) => thrown.push(error));
  const result = (await runtime.run((start(sinkove, args) as Answered).safe())) as object;
  return { thrown, result, seen };
}

test.each(SUBJECTS)(
  "$name: any argument is used or refused by an error of this package",
  async (subject) => {
    const position = fc.nat({ max: subject.valid.length - 1 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(position, argument), { minLength: 1, maxLength: 2 }),
        async (given) => {
          const args = [...subject.valid];
          for (const [index, make] of given) {
            const value = make();
            // The client would write to a file with that path.
            if (typeof value !== "string" || subject.name !== "datasets.download")
              args[index] = value;
          }
          const { thrown, result } = await outcomesOf(subject, args);
          for (const error of thrown) expect(error).toBeInstanceOf(SinkoveError);
          expect(result).toHaveProperty("error");
        },
      ),
      { numRuns: 60 },
    );
  },
);

test("a request's options may throw when they are read: it rejects, and throws nothing at once", async () => {
  const { sinkove } = client();
  for (const options of [
    revoked.proxy,
    {
      get body() {
        throw new Error("a");
      },
    },
    5,
    "a",
  ]) {
    const call = sinkove.request("GET", "/things", options as object);
    expect(await errorOf(call)).toMatchObject({ code: "INVALID_ARGUMENT" });
  }
});

const CLIENT_OPTIONS = [
  ...["apiKey", "baseUrl", "timeout", "totalTimeout", "maxRetries", "maxRetryWait", "headers"],
  ...[
    "fetch",
    "dangerouslyAllowBrowser",
    "logLevel",
    "fetchOptions",
    "onRequest",
    "onResponse",
    "onError",
    "onRetry",
  ],
];

test("any option of a client is used or refused by an error of this package", async () => {
  // Errors that the program's functions throw are not errors of this package.
  const isOption = (value: unknown) => typeof value !== "function";
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...CLIENT_OPTIONS), anything), { maxLength: 2 }),
      async (given) => {
        const members = given.map(([name, make]) => [name, make()] as const);
        const options = Object.fromEntries(members.filter(([, value]) => isOption(value)));
        try {
          const { sinkove, runtime } = client({ maxRetries: 0, ...options });
          expect(await runtime.run(sinkove.datasets.get(ID).safe())).toHaveProperty("error");
        } catch (error) {
          expect(error).toBeInstanceOf(SinkoveError);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test("anything in place of a client's options is used or refused by an error of this package", () => {
  fc.assert(
    fc.property(anything, (make) => {
      try {
        new Sinkove(make() as SinkoveOptions);
      } catch (error) {
        expect(error).toBeInstanceOf(SinkoveError);
      }
    }),
  );
});

/** Positions of a text in an argument: the argument itself, or a value or name inside it. */
const PLACES: readonly ((text: string) => unknown)[] = [
  (text) => text,
  (text) => ({ name: text }),
  (text) => ({ args: { deep: [{ prompt: `a film ${text}, please` }] } }),
  (text) => ({ [text]: 1 }),
  (text) => ({ headers: { "x-note": text } }),
  (text) => ({ idempotencyKey: text }),
];

test.each(SUBJECTS)("$name: a key instead of another argument is rejected", async (subject) => {
  const places = subject.valid.flatMap((valid, index) =>
    PLACES.filter((_, form) => (typeof valid === "string" ? form === 0 : form > 0)).map((place) => {
      const args = [...subject.valid];
      args[index] = place(KEY);
      return args;
    }),
  );
  for (const args of places) {
    const { thrown, seen } = await outcomesOf(subject, args);
    for (const error of thrown) expect(JSON.stringify([error, String(error)])).not.toContain(KEY);
    const sent = JSON.stringify(seen.map(({ url, body, headers }) => [url, body, [...headers]]));
    expect(sent.replaceAll(`Bearer ${KEY}`, "")).not.toContain(KEY);
  }
});

test.each<[string, unknown, RegExp]>([
  ["an id", [KEY], /^datasetId looks like an API key/],
  ["a header", [ID, { headers: { "x-note": KEY } }], /^headers looks like an API key/],
  ["an idempotencyKey", [ID, { idempotencyKey: KEY }], /^idempotencyKey looks like an API key/],
])("a key as %s says what it is, without the key", async (_, args, message) => {
  const { sinkove, seen } = client();
  const error = await errorOf((sinkove.datasets.get as Answering)(...(args as [string])));
  expect(error).toMatchObject({ name: "ArgumentError", message: expect.stringMatching(message) });
  expect(seen).toEqual([]);
});
type Answering = (...args: unknown[]) => PromiseLike<unknown>;

test("a word that only starts like a key is allowed in a user's text", async () => {
  const { sinkove, seen } = client();
  await sinkove.apiKeys.create({ name: "sinkove_test_ for CI" });
  expect(seen).toHaveLength(1);
});

test("a key in baseUrl or in the client's headers is refused, and not repeated", () => {
  const live = generateApiKey("live");
  for (const options of [{ baseUrl: `https://a.test/${live}` }, { headers: { "x-key": live } }]) {
    const make = () => new Sinkove({ apiKey: KEY, ...options });
    expect(make).toThrow(SinkoveError);
    expect(make).not.toThrow(live);
  }
});
