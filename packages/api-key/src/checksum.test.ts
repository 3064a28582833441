import { crc32 } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { BASE62 } from "../test/arbitraries.ts";
import { checksum } from "./checksum.ts";

const numberOf = (digits: string) =>
  [...digits].reduce((sum, digit) => sum * 62 + BASE62.indexOf(digit), 0);

test("the checksum is the CRC-32 that zlib makes, as six base62 digits padded with zeros", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
      expect(checksum(text)).toMatch(/^[0-9A-Za-z]{6}$/);
      expect(numberOf(checksum(text))).toBe(crc32(text));
    }),
  );
});

test("the checksum has the check value of CRC-32/ISO-HDLC", () => {
  expect(numberOf(checksum("123456789"))).toBe(0xcbf43926);
  expect(checksum("")).toBe("000000");
});

test("detects every swap of the last random character and the first of the checksum", () => {
  // The first digit is at most 4, so only digits up to 4 can be swapped without notice. A swap changes the computed CRC
  // by XOR with a constant, and the written value by a multiple of 62^5. To go unnoticed, both changes must be equal,
  // so their lowest set bits must be equal too.
  const lowestBit = (value: number) => 31 - Math.clz32(value & -value);
  const written = [1, 2, 3, 4].map((difference) => lowestBit(difference * 62 ** 5));
  expect(Math.floor(0xffffffff / 62 ** 5)).toBe(4);
  for (const last of "01234") {
    for (const first of "01234".replace(last, "")) {
      expect(written).not.toContain(lowestBit(crc32(last) ^ crc32(first)));
    }
  }
});
