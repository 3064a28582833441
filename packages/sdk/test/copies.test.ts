import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as sdk from "../src/index.ts";
import { dataset, errorOf, ID, json, KEY, problem, setUp } from "./harness.ts";
import { installPackage, type Project } from "./installed-package.ts";

type Sdk = typeof sdk;

let project: Project;
let esm: Sdk;
let commonJs: Sdk;
let otherRealm: Sdk;
beforeAll(async () => {
  project = await installPackage();
  const folder = join(project.folder, "node_modules/@sinkove/sdk/dist");
  esm = await import(join(folder, "esm/index.js"));
  commonJs = (await import(join(folder, "cjs/index.js"))).default;
  otherRealm = await inRealm(folder);
});
afterAll(() => project.remove());

/** Loads the package in a separate realm that shares this realm's web globals, as in Jest. */
async function inRealm(folder: string): Promise<Sdk> {
  const { outputFiles } = await build({
    ...{ entryPoints: [join(folder, "esm/index.js")], bundle: true, write: false },
    ...{ format: "iife", globalName: "sdk" },
  });
  const { AbortController, fetch, Headers, performance, Request, Response, URL, URLSearchParams } =
    globalThis;
  const globals = {
    AbortController,
    fetch,
    Headers,
    performance,
    Request,
    Response,
    URL,
    URLSearchParams,
  };
  const context = createContext({ ...globals, crypto, setTimeout, clearTimeout, console });
  runInContext(outputFiles[0]?.text ?? "", context);
  return runInContext("sdk", context);
}

/** Returns all copies of the package. The clients of all of them use functions of this realm as `fetch`. */
function copies(): [string, Sdk][] {
  return Object.entries({ source: sdk, esm, commonJs, otherRealm });
}

function clientOf({ Sinkove }: Sdk, answer: () => Response | Promise<Response>) {
  const options = { apiKey: KEY, baseUrl: "http://127.0.0.1:4010", maxRetries: 0 };
  return new Sinkove({ ...options, fetch: async () => answer() });
}

function refused(): never {
  const cause = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:4010"), {
    code: "ECONNREFUSED",
  });
  throw new TypeError("fetch failed", { cause });
}

test("an error is an instance of its classes in every copy and realm, and of no other", async () => {
  const works: [(copy: Sdk) => PromiseLike<unknown>, string[]][] = [
    [
      (copy) => clientOf(copy, () => problem(404, "DATASET_NOT_FOUND")).datasets.get(ID),
      ["NotFoundError", "APIError", "SinkoveError"],
    ],
    [
      (copy) => clientOf(copy, () => problem(418, "TEAPOT")).datasets.get(ID),
      ["APIError", "SinkoveError"],
    ],
    [(copy) => clientOf(copy, refused).datasets.get(ID), ["ConnectionError", "SinkoveError"]],
    [
      (copy) => clientOf(copy, () => json([])).datasets.get("a/b"),
      ["ArgumentError", "SinkoveError"],
    ],
    [
      (copy) => clientOf(copy, () => json(dataset("FAILED"))).datasets.wait(ID),
      ["DatasetError", "SinkoveError"],
    ],
  ];
  const classes = Object.keys(sdk).filter((name) => name.endsWith("Error"));
  expect(classes.length).toBeGreaterThan(15);
  for (const [work, expected] of works) {
    for (const [from, copy] of copies()) {
      const error = await errorOf(work(copy));
      for (const [by, judge] of copies()) {
        const matching = classes.filter((name) => error instanceof judge[name as "APIError"]);
        expect({ from, by, matching: matching.sort() }).toEqual({
          ...{ from, by, matching: expected.toSorted() },
        });
      }
      expect(error.name).toBe(expected[0]);
    }
  }
});

test("the reason of a failed connection is kept across realms", async () => {
  for (const [, copy] of copies()) {
    const error = await errorOf(clientOf(copy, refused).me());
    expect(error.message).toBe("The connection failed: connect ECONNREFUSED 127.0.0.1:4010");
    expect(error.cause).toMatchObject({ message: "fetch failed", cause: { code: "ECONNREFUSED" } });
  }
});

test("an abort's reason and a date are recognized across realms", async () => {
  const urls: string[] = [];
  const { sinkove } = setUp(({ url }) => {
    urls.push(url);
    return json([]);
  });
  const createdAfter = runInContext('new Date("2026-11-28T09:00:00.000Z")', createContext());
  await sinkove.datasets.list({ createdAfter }).page();
  expect(urls[0]).toContain("createdAfter=2026-11-28T09%3A00%3A00.000Z");
  const reason = new otherRealm.ArgumentError("Enough.");
  expect(await errorOf(sinkove.me({ signal: AbortSignal.abort(reason) }))).toBe(reason);
});

test("a connection that failed without a message contains its code", async () => {
  const cause = Object.assign(new AggregateError([]), { code: "ECONNREFUSED" });
  const fail = () => Promise.reject(new TypeError("fetch failed", { cause }));
  const error = await errorOf(clientOf(sdk, fail).me());
  expect(error.message).toBe("The connection failed: ECONNREFUSED");
});

describe("a class of a program's own that extends one of ours", () => {
  class Missing extends sdk.NotFoundError {}

  test("has its own instances only", () => {
    const init = { status: 404, problem: {}, requestId: undefined };
    const own = new Missing(init);
    expect(own).toBeInstanceOf(Missing);
    expect(own).toBeInstanceOf(commonJs.NotFoundError);
    expect(own).not.toBeInstanceOf(sdk.ConflictError);
    expect(new sdk.NotFoundError(init)).not.toBeInstanceOf(Missing);
  });
});

test("nothing else is an instance", () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withObjectString: true }), (value) => {
      expect(value instanceof sdk.SinkoveError).toBe(false);
      expect(value instanceof sdk.NotFoundError).toBe(false);
    }),
  );
  expect(new Error("a") instanceof sdk.SinkoveError).toBe(false);
});
