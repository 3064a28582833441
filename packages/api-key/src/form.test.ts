import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apiKeys, BASE62, bytesAs, environments } from "../test/arbitraries.ts";
import { API_KEY_PATTERN, generateApiKey, parseApiKey } from "./form.ts";

describe("generateApiKey", () => {
  test("makes a key of the contract's form, which can be parsed", () => {
    fc.assert(
      fc.property(environments, (environment) => {
        const secret = generateApiKey(environment);
        expect(secret).toMatch(/^sinkove_(live|test)_[0-9A-Za-z]{38}$/);
        expect(parseApiKey(secret)).toEqual({
          environment,
          prefix: secret.slice(0, "sinkove_live_".length + 4),
          last4: secret.slice(-4),
        });
      }),
    );
  });

  test("never makes the same key twice", () => {
    const keys = Array.from({ length: 1000 }, () => generateApiKey("test"));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("gives every character of base62 the same number of byte values", () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 248; byte++) {
      const character = generateApiKey("test", { random: bytesAs(byte) }).charAt(20);
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([...BASE62].sort());
    expect(new Set(counts.values())).toEqual(new Set([4]));
  });

  test("skips the bytes that would favour some characters", () => {
    const random = (bytes: Uint8Array) => {
      bytes.forEach((_, index) => {
        bytes[index] = index % 2 ? 248 + (index % 8) : index;
      });
    };
    const evenDigits = Array.from({ length: 32 }, (_, index) => BASE62.charAt((index * 2) % 62));
    expect(generateApiKey("test", { random })).toContain(`_${evenDigits.join("")}`);
  });

  test.each([
    ["does nothing", () => {}],
    ["returns bytes instead of filling the array", (bytes: Uint8Array) => bytes.map(() => 7)],
    ["fills a part", (bytes: Uint8Array) => void bytes.fill(7, 0, 31)],
    ["gives only bytes to reject", bytesAs(250)],
  ])("throws when the random source %s", (_, random) => {
    expect(() => generateApiKey("test", { random })).toThrow("random must fill its array");
  });

  test("throws for an environment that does not exist", () => {
    // @ts-expect-error: only live and test are environments.
    expect(() => generateApiKey("prod")).toThrow("environment must be live or test");
  });
});

describe("API_KEY_PATTERN", () => {
  test("finds keys inside a text", () => {
    fc.assert(
      fc.property(apiKeys, apiKeys, (first, second) => {
        const text = `a=${first}&b="${second}"\nSINKOVE_API_KEY sinkove_test_short`;
        expect(text.match(new RegExp(API_KEY_PATTERN, "g"))).toEqual([first, second]);
      }),
    );
  });

  test("does not match the start of a longer word", () => {
    fc.assert(fc.property(apiKeys, (secret) => !new RegExp(API_KEY_PATTERN).test(`${secret}0`)));
  });

  test("matches no near miss: a key that is cut, that has a foreign character, or another prefix", () => {
    const foreign = fc.string({ unit: "binary", minLength: 1, maxLength: 1 });
    const places = fc.integer({ min: 13, max: 50 });
    const nearMisses = fc.oneof(
      fc.tuple(apiKeys, fc.nat({ max: 50 })).map(([secret, end]) => secret.slice(0, end)),
      fc.tuple(apiKeys, fc.integer({ min: 1, max: 50 })).map(([secret, at]) => secret.slice(at)),
      fc
        .tuple(
          apiKeys,
          places,
          foreign.filter((text) => !/[0-9A-Za-z]/.test(text)),
        )
        .map(([secret, at, text]) => secret.slice(0, at) + text + secret.slice(at + 1)),
      apiKeys.map((secret) => secret.replace(/_(?:live|test)_/, "_prod_")),
      apiKeys.map((secret) => secret.replaceAll("_", "-")),
    );
    fc.assert(fc.property(nearMisses, (text) => !new RegExp(API_KEY_PATTERN).test(text)));
  });
});
