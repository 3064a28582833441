import { createRandom } from "../random.ts";

const SIDE = 256;
let cached: Float32Array | undefined;

/** Returns seamlessly repeating clouds: four octaves of value noise with mean 0, mostly within ±1. */
function cloudTile(): Float32Array {
  cached ??= makeTile();
  return cached;
}

function makeTile(): Float32Array {
  const tile = new Float32Array(SIDE * SIDE);
  for (const [octave, cells] of [6, 14, 32, 72].entries())
    addOctave(tile, cells, 1.5 / 1.7 ** octave);
  return tile;
}

function addOctave(tile: Float32Array, cells: number, strength: number): void {
  const random = createRandom(cells);
  const lattice = Float32Array.from({ length: cells * cells }, () => random.between(-1, 1));
  const ease = (share: number) => share * share * (3 - 2 * share);
  for (let at = 0; at < tile.length; at++) {
    const x = ((at % SIDE) * cells) / SIDE;
    const y = (Math.floor(at / SIDE) * cells) / SIDE;
    const left = Math.floor(x);
    const top = Math.floor(y);
    const valueAt = (column: number, row: number) =>
      lattice[(row % cells) * cells + (column % cells)] ?? 0;
    const across = ease(x - left);
    const down = ease(y - top);
    const upper = valueAt(left, top) * (1 - across) + valueAt(left + 1, top) * across;
    const lower = valueAt(left, top + 1) * (1 - across) + valueAt(left + 1, top + 1) * across;
    tile[at] = (tile[at] ?? 0) + strength * (upper * (1 - down) + lower * down);
  }
}

/** Cloudy noise by position on the film. */
export interface Clouds {
  at(x: number, y: number): number;
}

export function createClouds(offsetX: number, offsetY: number, scale: number): Clouds {
  const tile = cloudTile();
  const factor = scale * SIDE;
  return {
    at: (x, y) => {
      const placeX = (x + 8 + offsetX) * factor;
      const placeY = (y + 8 + offsetY) * factor;
      const left = Math.floor(placeX);
      const top = Math.floor(placeY);
      const across = placeX - left;
      const down = placeY - top;
      const here = (top & 255) * SIDE;
      const below = ((top + 1) & 255) * SIDE;
      const upper =
        (tile[here + (left & 255)] ?? 0) * (1 - across) +
        (tile[here + ((left + 1) & 255)] ?? 0) * across;
      const lower =
        (tile[below + (left & 255)] ?? 0) * (1 - across) +
        (tile[below + ((left + 1) & 255)] ?? 0) * across;
      return upper * (1 - down) + lower * down;
    },
  };
}
