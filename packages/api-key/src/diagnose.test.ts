import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import { apiKeys } from "../test/arbitraries.ts";
import vectors from "../test-vectors.json" with { type: "json" };
import {
  type ApiKeyCredentials,
  type DiagnoseOptions,
  diagnoseApiKey,
  diagnoseAuthorization,
} from "./diagnose.ts";
import { generateApiKey, parseApiKey } from "./form.ts";

const optionsOf = (environment: string | null): DiagnoseOptions =>
  environment === "live" || environment === "test" ? { environment } : {};

const environmentOf = (secret: string) => parseApiKey(secret)?.environment;

describe("diagnoseApiKey", () => {
  test.each(vectors.diagnoseApiKey)("on $title: $reason", ({ input, environment, reason }) => {
    expect(diagnoseApiKey(input, optionsOf(environment))?.reason ?? null).toBe(reason);
  });

  test("accepts every valid key, even if its random part spells words", () => {
    fc.assert(
      fc.property(apiKeys, (secret) => {
        expect(diagnoseApiKey(secret)).toBeUndefined();
        expect(diagnoseApiKey(secret, { environment: environmentOf(secret) })).toBeUndefined();
      }),
    );
  });

  test("names the environment that was given and the one that is accepted", () => {
    const live = generateApiKey("live");
    expect(diagnoseApiKey(live, { environment: "test" })?.message).toBe(
      "The API key is a live key. Use a test key here: it begins with sinkove_test_.",
    );
  });

  test("states the actual and the expected number of characters", () => {
    const cut = generateApiKey("test").slice(0, 38);
    expect(diagnoseApiKey(cut)?.message).toContain("38 characters instead of 51");
  });

  test.each([
    ['"', '"'],
    ["'", ""],
    ["", "'"],
    ["", ","],
  ])("recognizes characters around a key: %s…%s", (before, after) => {
    const surrounded = before + generateApiKey("test") + after;
    expect(diagnoseApiKey(surrounded)?.message).toContain("quotation mark or other sign around");
  });

  test("diagnoses values that are not strings, which untyped callers can pass", () => {
    // @ts-expect-error: a number is not a key.
    expect(diagnoseApiKey(42)?.reason).toBe("malformed");
  });

  test("has the same message for all texts with the same fault, so that it contains no part of them", () => {
    const messages = new Set(
      vectors.diagnoseApiKey
        .map(({ input, environment }) => diagnoseApiKey(input, optionsOf(environment))?.message)
        .map((message) => message?.replace(/\d+ char/, "# char")),
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.tuple(apiKeys, fc.string()).map(([secret, text]) => secret + text),
      fc.tuple(apiKeys, fc.nat({ max: 51 })).map(([secret, length]) => secret.slice(0, length)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(messages).toContain(diagnoseApiKey(text)?.message.replace(/\d+ char/, "# char"));
      }),
    );
  });

  test("writes full sentences with the characters that RFC 6750 allows in error_description", () => {
    for (const { input, environment } of vectors.diagnoseApiKey) {
      const message = diagnoseApiKey(input, optionsOf(environment))?.message ?? "Fine. Go on.";
      expect(message).toMatch(/^[A-Z][ !#-[\]-~]+\. [A-Z][ !#-[\]-~]+\.$/);
    }
  });

  test.each(["a", " ", "key", "sinkove_live_", "x", "%a", "_", '"', "a.env", "\u200b"])(
    "takes linear time on repetitions of %j",
    (unit) => {
      // With 100,000 characters, a quadratic pattern would take 10^10 steps and exceed the time limit.
      expect(diagnoseApiKey(`${unit.repeat(100_000)}\n!`)).toBeDefined();
    },
    2000,
  );
});

describe("diagnoseAuthorization", () => {
  test.each(vectors.diagnoseAuthorization)("on $title: $reason", ({ header, reason }) => {
    expect(diagnoseAuthorization(header).reason ?? null).toBe(reason);
  });

  test("gives the secret and what can be read from it", () => {
    const secret = generateApiKey("test");
    expect(diagnoseAuthorization(`Bearer ${secret}`)).toEqual({ secret, ...parseApiKey(secret) });
  });

  test("takes the scheme in any case, with any number of spaces after it", () => {
    const scheme = fc.mixedCase(fc.constant("bearer"));
    fc.assert(
      fc.property(scheme, fc.integer({ min: 1, max: 20 }), apiKeys, (name, spaces, secret) => {
        const result = diagnoseAuthorization(`${name}${" ".repeat(spaces)}${secret}`);
        expect(result).toMatchObject({ secret });
      }),
    );
  });

  test("refuses a key of the other environment", () => {
    const result = diagnoseAuthorization(`Bearer ${generateApiKey("test")}`, {
      environment: "live",
    });
    expect(result.reason).toBe("wrong_environment");
  });

  test("is narrowed to the credentials by its reason", () => {
    const result = diagnoseAuthorization(`Bearer ${generateApiKey("test")}`);
    if (result.reason) expect.fail(result.message);
    expectTypeOf(result).toEqualTypeOf<ApiKeyCredentials>();
  });
});
