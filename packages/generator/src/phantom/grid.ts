import { sine } from "./exact-math.ts";

/** How the patient stands before the film. */
export interface Pose {
  /** In radians, clockwise. */
  readonly tilt: number;
  /** How much of the patient fits: above 1, more, and so smaller. */
  readonly zoom: number;
  readonly shiftX: number;
  readonly shiftY: number;
}

/**
 * Where the pixels of a square film lie in the patient. Lengths are sides of an upright film (40 cm):
 * x grows towards the patient's left from the midline, y downwards from the film's upper edge.
 */
export interface Grid {
  /** Pixels a side. */
  readonly size: number;
  /** The place of the first pixel's centre. */
  readonly x0: number;
  readonly y0: number;
  /** From one pixel of a line to the next, x grows by `along` and y by `across`; from one line to the
   * next, x shrinks by `across` and y grows by `along`. */
  readonly along: number;
  readonly across: number;
}

export const CENTIMETRES = 40;

export function createGrid(size: number, { tilt, zoom, shiftX, shiftY }: Pose): Grid {
  const turn = sine(tilt);
  const along = (zoom * Math.sqrt(1 - turn * turn)) / size;
  const across = (zoom * turn) / size;
  const middle = (size - 1) / 2;
  return {
    size,
    along,
    across,
    x0: shiftX - middle * along + middle * across,
    y0: 0.5 + shiftY - middle * across - middle * along,
  };
}

/** A rectangle of whole pixels, the ends left out. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The pixels that a circle in the patient touches. */
export function boxAround(grid: Grid, x: number, y: number, radius: number): Box {
  const { size, along, across, x0, y0 } = grid;
  const square = along * along + across * across;
  const column = ((x - x0) * along + (y - y0) * across) / square;
  const row = ((y - y0) * along - (x - x0) * across) / square;
  const reach = radius / Math.sqrt(square) + 1;
  return {
    left: Math.max(0, Math.floor(column - reach)),
    top: Math.max(0, Math.floor(row - reach)),
    right: Math.min(size, Math.ceil(column + reach) + 1),
    bottom: Math.min(size, Math.ceil(row + reach) + 1),
  };
}

export function wholeOf({ size }: Grid): Box {
  return { left: 0, top: 0, right: size, bottom: size };
}
