import fc from "fast-check";
import { PNG } from "pngjs";
import { describe, expect, test } from "vitest";
import { encodeGreyPng, encodeMaskPng } from "./png.ts";

const squares = fc
  .integer({ min: 1, max: 70 })
  .chain((size) =>
    fc
      .uint8Array({ minLength: size * size, maxLength: size * size })
      .map((pixels) => ({ size, pixels })),
  );

/** Red of what an independent decoder reads. */
const decode = (png: Uint8Array): number[] => {
  const { data } = PNG.sync.read(Buffer.from(png));
  return Array.from({ length: data.length / 4 }, (_, index) => data[index * 4] ?? -1);
};

describe("encodeGreyPng", () => {
  test("is read back as it was by pngjs", () => {
    fc.assert(
      fc.property(squares, ({ size, pixels }) => {
        expect(decode(encodeGreyPng(pixels, size))).toEqual([...pixels]);
      }),
    );
  });

  test("says 8-bit greyscale in its header", () => {
    expect([...encodeGreyPng(new Uint8Array(9), 3).subarray(16, 29)]).toEqual([
      0, 0, 0, 3, 0, 0, 0, 3, 8, 0, 0, 0, 0,
    ]);
  });
});

describe("encodeMaskPng", () => {
  test("is read back by pngjs as black and white, whatever the width", () => {
    fc.assert(
      fc.property(squares, ({ size, pixels }) => {
        const mask = pixels.map((value) => value & 1);
        expect(decode(encodeMaskPng(mask, size))).toEqual([...mask].map((value) => value * 255));
      }),
    );
  });
});
