import { type DeflateOptions, zlibSync } from "fflate";
import { crc32 } from "./crc32.ts";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const GREYSCALE = 0;
const AVERAGE = 3;

/** Encodes square images of one size (ISO/IEC 15948). */
export interface PngEncoder {
  /** Encodes a greyscale image with 8 bits per pixel. */
  grey(pixels: Uint8Array): Uint8Array<ArrayBuffer>;
  /** Encodes a black and white image with 1 bit per pixel. Values other than 0 become white. */
  mask(pixels: Uint8Array): Uint8Array<ArrayBuffer>;
}

/** Creates an encoder, which reuses its buffers for each image. */
export function createPngEncoder(size: number): PngEncoder {
  const greyLines = new Uint8Array(size * (size + 1));
  const stride = 1 + Math.ceil(size / 8);
  const maskLines = new Uint8Array(size * stride);
  return {
    grey: (pixels) => {
      subtractNeighbours(pixels, greyLines, size);
      return assemble(size, 8, zlibSync(greyLines, deflate(greyLines.length, 1)));
    },
    mask: (pixels) => {
      packLines(pixels, maskLines, size);
      return assemble(size, 1, zlibSync(maskLines, deflate(maskLines.length, 6)));
    },
  };
}

/**
 * Replaces each pixel with its difference to the mean of the pixels to its left and above. Of the five PNG filters,
 * this one gives the smallest files for noisy films.
 */
function subtractNeighbours(pixels: Uint8Array, lines: Uint8Array, size: number): void {
  for (let row = 0; row < size; row++) {
    const from = row * size;
    const to = from + row + 1;
    lines[to - 1] = AVERAGE;
    let left = 0;
    for (let column = 0; column < size; column++) {
      const above = row === 0 ? 0 : (pixels[from - size + column] ?? 0);
      const here = pixels[from + column] ?? 0;
      lines[to + column] = here - ((left + above) >> 1);
      left = here;
    }
  }
}

function packLines(pixels: Uint8Array, lines: Uint8Array, size: number): void {
  const stride = lines.length / size;
  lines.fill(0);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!pixels[row * size + column]) continue;
      const byte = row * stride + 1 + (column >> 3);
      lines[byte] = (lines[byte] ?? 0) | (0x80 >> (column & 7));
    }
  }
}

/**
 * Returns the compression options. Small images are not compressed, because setting up the compressor costs more than
 * it saves. `mem` is set because fflate would otherwise compute a logarithm, in which engines may differ.
 */
function deflate(length: number, level: 1 | 6): DeflateOptions {
  return { level: length < 8192 ? 0 : level, mem: 4 };
}

function assemble(size: number, depth: number, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const png = new Uint8Array(SIGNATURE.length + 25 + 12 + data.length + 12);
  png.set(SIGNATURE);
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, size);
  view.setUint32(4, size);
  header[8] = depth;
  header[9] = GREYSCALE;
  writeChunk(png, 8, { type: "IHDR", data: header });
  writeChunk(png, 33, { type: "IDAT", data });
  writeChunk(png, 45 + data.length, { type: "IEND", data: new Uint8Array() });
  return png;
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

function writeChunk(png: Uint8Array, at: number, { type, data }: Chunk): void {
  const view = new DataView(png.buffer);
  view.setUint32(at, data.length);
  for (let index = 0; index < 4; index++) png[at + 4 + index] = type.charCodeAt(index);
  png.set(data, at + 8);
  view.setUint32(at + 8 + data.length, crc32(png.subarray(at + 4, at + 8 + data.length)));
}
