import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readValue } from "./parameters.ts";
import { readParameters, validateBody, validateResponse } from "./validators.ts";

const modelId = "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2";
const none = { path: {}, headers: new Headers() };

describe("validateBody", () => {
  test("accepts a body that is as the contract says", () => {
    expect(validateBody("createDataset", { modelId, numSamples: 1, args: {} })).toEqual([]);
  });

  test("reports all violations at once, each with a pointer to its field", () => {
    const violations = validateBody("createDataset", { modelId: "x", numSamples: 1001, "a/b": 1 });
    expect(violations.map(({ pointer, keyword }) => [pointer, keyword]).sort()).toEqual(
      [
        ["/args", "required"],
        ["/a~1b", "additionalProperties"],
        ["/modelId", "format"],
        ["/numSamples", "maximum"],
      ].sort(),
    );
  });

  test("requires a required body, but not an optional one", () => {
    expect(validateBody("createDataset", undefined)).toMatchObject([
      { pointer: "", keyword: "required" },
    ]);
    expect(validateBody("rotateApiKey", undefined)).toEqual([]);
  });

  test("lists no more than 100 violations of a hostile body", () => {
    const scopes = Array.from({ length: 50_000 }, (_, index) => index);
    expect(validateBody("createApiKey", { name: "x", scopes })).toHaveLength(100);
  });

  test("never throws for any JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        expect(validateBody("updateApiKey", body)).toBeInstanceOf(Array);
      }),
    );
  });
});

describe("readParameters", () => {
  test("types integers and fills in defaults", () => {
    const { values, violations } = readParameters("getUsage", {
      ...none,
      query: new URLSearchParams(),
    });
    expect([values.interval, violations]).toEqual(["day", []]);
    const query = new URLSearchParams({ limit: "7" });
    expect(readParameters("listModels", { ...none, query }).values.limit).toBe(7);
  });

  test.each(["0x10", "1e2", " 5", "5.0", "", "9".repeat(30), "-0x1", "٣"])(
    "refuses %j as an integer",
    (limit) => {
      const query = new URLSearchParams({ limit });
      const [violation] = readParameters("listModels", { ...none, query }).violations;
      expect(violation).toMatchObject({ pointer: "limit", keyword: "type" });
    },
  );

  const parameter = { name: "p", in: "query", required: false } as const;

  test.each([
    ["boolean", "true", true],
    ["boolean", "false", false],
    ["boolean", "TRUE", "TRUE"],
    ["boolean", "1", "1"],
    ["boolean", "", ""],
    ["number", "0.5", 0.5],
    ["number", "-12", -12],
    ["number", "1.", "1."],
    ["number", "01", "01"],
    ["number", "0x1", "0x1"],
    ["number", "1e5", "1e5"],
    ["number", "Infinity", "Infinity"],
    ["number", "", ""],
    ["string", "true", "true"],
  ] as const)("reads, as a %s, %j as %j", (type, text, value) => {
    expect(readValue({ ...parameter, type }, [text])).toBe(value);
  });

  test("reads a list from each text, and its default if there is none", () => {
    const list = { ...parameter, type: "integer", isList: true, default: [3] } as const;
    expect(readValue(list, ["1", "x", "2"])).toEqual([1, "x", 2]);
    expect(readValue(list, ["1"])).toEqual([1]);
    expect(readValue(list, [])).toEqual([3]);
  });

  test("refuses a query parameter that is sent twice", () => {
    const query = new URLSearchParams("state=READY&state=FAILED");
    const { violations } = readParameters("listDatasets", { ...none, query });
    expect(violations).toMatchObject([{ pointer: "state", detail: "must be sent only once" }]);
  });

  test("accepts every integer in range, and no other", () => {
    fc.assert(
      fc.property(fc.integer(), (limit) => {
        const query = new URLSearchParams({ limit: String(limit) });
        const { violations } = readParameters("listModels", { ...none, query });
        expect(violations.length === 0).toBe(limit >= 1 && limit <= 500);
      }),
    );
  });

  test("judges headers and path segments", () => {
    const headers = new Headers({ "idempotency-key": "a b" });
    const { violations } = readParameters("rotateApiKey", {
      path: { apiKeyId: "1" },
      query: new URLSearchParams(),
      headers,
    });
    expect(violations.map(({ pointer }) => pointer).sort()).toEqual([
      "Idempotency-Key",
      "apiKeyId",
    ]);
  });
});

describe("validateResponse", () => {
  test("distinguishes an undeclared status, missing headers and a wrong body", () => {
    const headers = new Headers();
    expect(validateResponse("getMe", { status: 418, headers, body: {} })).toMatchObject([
      { pointer: "/status" },
    ]);
    const pointers = validateResponse("getMe", { status: 200, headers, body: {} }).map(
      ({ pointer }) => pointer,
    );
    expect(pointers).toContain("/headers/x-request-id");
    expect(pointers).toContain("/body/account");
  });

  test("takes headers as entries, with names in any case", () => {
    const headers = Object.entries({ "X-Request-ID": "no UUID", "x-ratelimit-limit": "100" });
    const pointers = validateResponse("getMe", { status: 200, headers, body: {} }).map(
      ({ pointer }) => pointer,
    );
    expect(pointers).toContain("/headers/x-request-id");
    expect(pointers).not.toContain("/headers/x-ratelimit-limit");
    expect(pointers).toContain("/headers/x-ratelimit-reset");
  });
});
