/** Where something was drawn, in pixels of the image, and its mask. */
export interface Region {
  /** The smallest rectangle around it, from the image's upper left; null where nothing is to be seen. */
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  } | null;
  /** How many pixels the mask has. */
  readonly pixels: number;
  /** The mask's file in the archive: a PNG of 1 bit a pixel, white where it is. */
  readonly mask: string;
}

export function describeRegion(mask: Uint8Array, size: number, file: string): Region {
  let [left, top, right, bottom, pixels] = [size, size, -1, -1, 0];
  for (let at = 0; at < mask.length; at++) {
    if (!mask[at]) continue;
    const column = at % size;
    pixels++;
    if (column < left) left = column;
    if (column > right) right = column;
    if (pixels === 1) top = (at - column) / size;
    bottom = (at - column) / size;
  }
  const box = { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
  return { box: pixels > 0 ? box : null, pixels, mask: file };
}
