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
  /**
   * From one pixel of a line to the next, x grows by `along` and y by `across`; from one line to the
   * next, x shrinks by `across` and y grows by `along`.
   */
  readonly along: number;
  readonly across: number;
}

/** A film's side. */
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

/** An upright rectangle of the patient. */
export interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The pixels that can lie in a rectangle of the patient; as the film is tilted, some more. */
export function boxOf({ size, along, across, x0, y0 }: Grid, extent: Extent): Box {
  const square = along * along + across * across;
  const lean = Math.abs(across);
  const middleX = (extent.left + extent.right) / 2 - x0;
  const middleY = (extent.top + extent.bottom) / 2 - y0;
  const halfX = (extent.right - extent.left) / 2;
  const halfY = (extent.bottom - extent.top) / 2;
  const column = (middleX * along + middleY * across) / square;
  const row = (middleY * along - middleX * across) / square;
  const columns = (halfX * along + halfY * lean) / square;
  const rows = (halfY * along + halfX * lean) / square;
  return {
    left: Math.max(0, Math.ceil(column - columns)),
    top: Math.max(0, Math.ceil(row - rows)),
    right: Math.min(size, Math.floor(column + columns) + 1),
    bottom: Math.min(size, Math.floor(row + rows) + 1),
  };
}
