import fc from "fast-check";
import { expect, test } from "vitest";
import { Redactor } from "./redactor.ts";

const SECRET = "sinkove_live_abcab";

/** Redacts a text that arrives in pieces. */
function shown(pieces: readonly string[]): string {
  const redactor = new Redactor(SECRET);
  return pieces.map((piece) => redactor.push(piece)).join("") + redactor.end();
}

test("hides the secret in any pieces, and nothing else", () => {
  const piece = fc.oneof(
    fc.constantFrom(SECRET, "sinkove_live_", "abcab", "s", "b", "\n", "other"),
    fc.nat(SECRET.length).map((end) => SECRET.slice(0, end)),
    fc.nat(SECRET.length).map((start) => SECRET.slice(start)),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      expect(shown(pieces)).toBe(pieces.join("").replaceAll(SECRET, "[your key]"));
    }),
    { numRuns: 2000 },
  );
});

test("holds nothing back without a secret", () => {
  expect(new Redactor(undefined).push(SECRET)).toBe(SECRET);
});
