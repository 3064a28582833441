import { type DeflateOptions, zlibSync } from "fflate";
import { crc32 } from "./crc32.ts";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const GREYSCALE = 0;
const UP = 2;

/**
 * A square greyscale PNG of 8 bits a pixel (ISO/IEC 15948). Each line is written as its difference to
 * the one above: of the five filters the one that is cheapest, and within 2 % of the best on films.
 */
export function encodeGreyPng(pixels: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const lines = new Uint8Array(size * (size + 1));
  for (let row = 0; row < size; row++) {
    const to = row * (size + 1) + 1;
    const from = row * size;
    lines[to - 1] = row === 0 ? 0 : UP;
    for (let column = 0; column < size; column++) {
      const above = row === 0 ? 0 : (pixels[from - size + column] ?? 0);
      lines[to + column] = (pixels[from + column] ?? 0) - above;
    }
  }
  return assemble(size, 8, zlibSync(lines, deflate(lines.length, 1)));
}

/** A square black and white PNG of 1 bit a pixel: what is not 0 becomes white. */
export function encodeMaskPng(pixels: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const stride = 1 + Math.ceil(size / 8);
  const lines = new Uint8Array(size * stride);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!pixels[row * size + column]) continue;
      const byte = row * stride + 1 + (column >> 3);
      lines[byte] = (lines[byte] ?? 0) | (0x80 >> (column & 7));
    }
  }
  return assemble(size, 1, zlibSync(lines, deflate(lines.length, 6)));
}

/** Setting up a compressor costs more than what little images would save. */
function deflate(length: number, level: 1 | 6): DeflateOptions {
  return { level: length < 8192 ? 0 : level };
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
