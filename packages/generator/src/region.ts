/** The region of the image in which something was drawn. */
export interface Region {
  /** The bounding box in pixels from the image's upper left corner. Null if nothing is visible. */
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  } | null;
  /** The number of pixels in the mask. */
  readonly pixels: number;
  /** The path of the mask in the archive: a PNG with 1 bit per pixel, white in the region. */
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
