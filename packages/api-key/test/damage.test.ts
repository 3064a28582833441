import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diagnoseApiKey, parseApiKey } from "../src/index.ts";
import { apiKeys, BASE62 } from "./arbitraries.ts";

const PRINTABLE = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
const SPACES = ["\t", "\n", "\r\n", " ", "\u00a0", "\u2003", "\u3000"];
const INVISIBLE = ["\u0000", "\u00ad", "\u200b", "\u200d", "\u200e", "\u2060", "\ufeff"];
const LOOK_ALIKES = [
  "а",
  "е",
  "о",
  "с",
  "Ѕ",
  "ο",
  "Ι",
  "０",
  "Ａ",
  "ｚ",
  "ı",
  "ſ",
  "K",
  "𝟎",
  "𝐀",
  "é",
];

/** Replaces `length` characters of a text from `index` on. */
const splice = (text: string, index: number, [length, insert]: [number, string]) =>
  text.slice(0, index) + insert + text.slice(index + length);

const flipCase = (character: string) =>
  character === character.toLowerCase() ? character.toUpperCase() : character.toLowerCase();

const everyIndex = (secret: string) => Array.from(secret, (_, index) => index);

/** The kinds of damage. Each function returns all damaged variants of a key, and is tried with many keys. */
const kinds: [title: string, damage: (secret: string) => string[]][] = [
  [
    "one character changed to any other of ASCII, in prefix, random part or checksum",
    (secret) =>
      everyIndex(secret).flatMap((at) => PRINTABLE.map((other) => splice(secret, at, [1, other]))),
  ],
  [
    "one letter in the other case",
    (secret) =>
      everyIndex(secret).map((at) => splice(secret, at, [1, flipCase(secret.charAt(at))])),
  ],
  ["all letters in one case", (secret) => [secret.toLowerCase(), secret.toUpperCase()]],
  [
    "two neighbours transposed",
    (secret) =>
      everyIndex(secret).map((at) =>
        splice(secret, at, [2, secret.charAt(at + 1) + secret.charAt(at)]),
      ),
  ],
  [
    "any piece cut out, also at the start and at the end",
    (secret) =>
      everyIndex(secret).flatMap((from) =>
        everyIndex(secret.slice(from)).map((length) => splice(secret, from, [length + 1, ""])),
      ),
  ],
  [
    "one character inserted anywhere",
    (secret) =>
      [...everyIndex(secret), secret.length].flatMap((at) =>
        [...PRINTABLE, ...SPACES, ...INVISIBLE, ...LOOK_ALIKES].map((extra) =>
          splice(secret, at, [0, extra]),
        ),
      ),
  ],
  [
    "one character changed to a look-alike, white space or an invisible one",
    (secret) =>
      everyIndex(secret).flatMap((at) =>
        [...LOOK_ALIKES, ...SPACES, ...INVISIBLE].map((other) => splice(secret, at, [1, other])),
      ),
  ],
  [
    "the prefix of the other environment",
    (secret) => [
      secret.replace("sinkove_live_", "sinkove_test_"),
      secret.replace("sinkove_test_", "sinkove_live_"),
    ],
  ],
];

describe("a key is refused without a look-up", () => {
  test.each(kinds)("with %s", (_, damage) => {
    fc.assert(
      fc.property(apiKeys, (secret) => {
        const damaged = damage(secret).filter((text) => text !== secret);
        expect(damaged).not.toHaveLength(0);
        for (const text of damaged) {
          if (parseApiKey(text) || !diagnoseApiKey(text)) expect.fail(`accepted: ${text}`);
        }
      }),
      { numRuns: 20 },
    );
  });

  test("with up to four neighbours changed, a burst of 32 bits", () => {
    const burst = fc.string({ unit: fc.constantFrom(...BASE62), minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(apiKeys, burst, fc.nat({ max: 27 }), (secret, insert, offset) => {
        const damaged = splice(secret, "sinkove_test_".length + offset, [4, insert]);
        return damaged === secret || parseApiKey(damaged) === undefined;
      }),
    );
  });

  test("if it was never generated as a key", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => parseApiKey(text) === undefined),
    );
  });
});

describe("white space and invisible characters", () => {
  test.each([...SPACES, ...INVISIBLE].map((extra) => [JSON.stringify(extra), extra]))(
    "are reported wherever %s is in a key",
    (_, extra) => {
      fc.assert(
        fc.property(apiKeys, fc.nat({ max: 51 }), (secret, at) => {
          expect(diagnoseApiKey(splice(secret, at, [0, extra]))?.reason).toBe("whitespace");
        }),
      );
    },
  );
});
