import { sine } from "./exact-math.ts";

/** The patient's position in front of the film. */
export interface Pose {
  /** The rotation in radians, clockwise. */
  readonly tilt: number;
  /** The scale. Above 1, more of the patient fits on the film, at a smaller size. */
  readonly zoom: number;
  readonly shiftX: number;
  readonly shiftY: number;
}

/**
 * Maps the pixels of a square film to the patient. The unit of length is the side of an upright film (40 cm). x grows
 * from the midline towards the patient's left, y from the film's upper edge downwards.
 */
export interface Grid {
  /** The side of the film in pixels. */
  readonly size: number;
  /** The coordinates of the first pixel's centre. */
  readonly x0: number;
  readonly y0: number;
  /**
   * From one pixel of a row to the next, x grows by `along` and y by `across`. From one row to the next, x shrinks by
   * `across` and y grows by `along`.
   */
  readonly along: number;
  readonly across: number;
}

/** The side of a film in centimetres. */
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

/** A rectangle of whole pixels. `right` and `bottom` are exclusive. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** An upright rectangle in the patient's coordinates. */
export interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Returns a box with all pixels in a rectangle of the patient, and with some more if the film is tilted. */
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
