import fc from "fast-check";
import { PNG } from "pngjs";
import { describe, expect, test } from "vitest";
import { createPngEncoder } from "./png.ts";

const squares = fc
  .integer({ min: 1, max: 70 })
  .chain((size) =>
    fc
      .uint8Array({ minLength: size * size, maxLength: size * size })
      .map((pixels) => ({ size, pixels })),
  );

/** Returns the red values that an independent decoder reads. */
const decode = (png: Uint8Array): number[] => {
  const { data } = PNG.sync.read(Buffer.from(png));
  return Array.from({ length: data.length / 4 }, (_, index) => data[index * 4] ?? -1);
};

describe("a grey PNG", () => {
  test("is read back as it was by pngjs", () => {
    fc.assert(
      fc.property(squares, ({ size, pixels }) => {
        expect(decode(createPngEncoder(size).grey(pixels))).toEqual([...pixels]);
      }),
    );
  });

  test("says 8-bit greyscale in its header", () => {
    expect([...createPngEncoder(3).grey(new Uint8Array(9)).subarray(16, 29)]).toEqual([
      0, 0, 0, 3, 0, 0, 0, 3, 8, 0, 0, 0, 0,
    ]);
  });
});

describe("a mask's PNG", () => {
  test("is read by pngjs as black and white, for any width", () => {
    fc.assert(
      fc.property(squares, ({ size, pixels }) => {
        const mask = pixels.map((value) => value & 1);
        expect(decode(createPngEncoder(size).mask(mask))).toEqual(
          [...mask].map((value) => value * 255),
        );
      }),
    );
  });

  test("holds nothing of the one before", () => {
    const encoder = createPngEncoder(20);
    encoder.mask(new Uint8Array(400).fill(1));
    expect(new Set(decode(encoder.mask(new Uint8Array(400))))).toEqual(new Set([0]));
  });
});
