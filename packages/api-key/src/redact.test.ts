import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apiKeys } from "../test/arbitraries.ts";
import vectors from "../test-vectors.json" with { type: "json" };
import { redact } from "./redact.ts";

const PREFIX_LENGTH = "sinkove_test_".length;

/** Texts built from the parts of the pattern, to test its edge cases. */
const hostile = fc
  .array(
    fc.oneof(
      apiKeys,
      fc.constantFrom("sinkove", "live", "test", "_", "%5F", "%255f", "…", "%", "-", ".", " "),
      fc.constantFrom("sinkove_live_", "sinkove_test_", "test_", "\n", "é", "\u200b", "😀", "$1"),
      fc.string({ unit: fc.constantFrom(..."aZ09"), maxLength: 45 }),
      fc.string({ unit: "binary", maxLength: 5 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(""));

/** Returns the length of the longest piece of the secret's random part and checksum in a text. */
function shown(secret: string, text: string): number {
  for (let length = 38; length > 0; length--) {
    for (let from = PREFIX_LENGTH; from + length <= secret.length; from++) {
      if (text.includes(secret.slice(from, from + length))) return length;
    }
  }
  return 0;
}

describe("redact", () => {
  test.each(vectors.redact)("on $title", ({ text, redacted }) => {
    expect(redact(text)).toBe(redacted);
  });

  test("leaves nothing of a key's random part, wherever the key stands", () => {
    fc.assert(
      fc.property(hostile, apiKeys, hostile, (before, secret, after) => {
        expect(redact(`${before} ${secret} ${after}`)).not.toContain(secret.slice(PREFIX_LENGTH));
        expect(redact(`"${secret}"`)).toBe(`"${secret.slice(0, PREFIX_LENGTH)}…"`);
      }),
    );
  });

  test("hides a key that is cut at its end", () => {
    fc.assert(
      fc.property(apiKeys, fc.integer({ min: PREFIX_LENGTH + 1, max: 51 }), (secret, length) => {
        expect(redact(`(${secret.slice(0, length)})`)).toBe(`(${secret.slice(0, PREFIX_LENGTH)}…)`);
      }),
    );
  });

  test("shows at most fifteen characters in a row when any one character is changed", () => {
    const character = fc.string({ unit: "binary", minLength: 1, maxLength: 1 });
    fc.assert(
      fc.property(apiKeys, fc.nat({ max: 50 }), character, (secret, at, other) => {
        fc.pre(other !== "…");
        const damaged = secret.slice(0, at) + other + secret.slice(at + 1);
        expect(shown(secret, redact(` ${damaged} `))).toBeLessThan(16);
      }),
    );
  });

  test("shows at most fifteen characters in a row when anything short is inserted", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 3 }),
      fc.constantFrom("\n", "\r\n    ", "\\n", '" + "', "%0A"),
    );
    fc.assert(
      fc.property(apiKeys, fc.integer({ min: 8, max: 51 }), piece, (secret, at, extra) => {
        fc.pre(!extra.includes("…"));
        const damaged = secret.slice(0, at) + extra + secret.slice(at);
        expect(shown(secret, redact(` ${damaged} `))).toBeLessThan(16);
      }),
    );
  });

  test("changes nothing when it is applied again", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const once = redact(text);
        expect(redact(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  test("does not change texts without a prefix or the name of the service", () => {
    const text = fc.string({ unit: "binary" }).filter((it) => !/sinkove|live|test/i.test(it));
    fc.assert(fc.property(text, (it) => redact(it) === it));
  });

  test("takes linear time on hostile repetitions", () => {
    const unit = hostile.filter((text) => text.length > 0);
    fc.assert(
      fc.property(hostile, unit, (start, repeated) => {
        // A quadratic pattern would take 4 × 10^10 steps for one of these and exceed the time limit.
        redact(start + repeated.repeat(Math.ceil(200_000 / repeated.length)));
      }),
      { numRuns: 50 },
    );
  }, 10_000);

  test("survives one run of ten million characters", () => {
    expect(redact(`sinkove_test_${"a".repeat(10_000_000)}`)).toMatch(/^sinkove_test_…/);
  });
});
