import { boxOf } from "../grid.ts";
import { extentOfLung, type Lung } from "../lung.ts";
import type { FindingCanvas } from "../paint-finding.ts";

/** Returns the share of air that is replaced at a distance from the midline and a height. Ignored below 0.001. */
export type Filling = (distance: number, y: number) => number;

/** Visits the pixels of a lung between two heights, including those behind the diaphragm. */
export function eachLungPixel(
  { grid, fields, lung }: FindingCanvas,
  { top, bottom }: Reach,
  visit: (at: number, distance: number, y: number) => void,
): void {
  const extent = extentOfLung(lung);
  const box = boxOf(grid, {
    ...extent,
    top: Math.max(top, extent.top),
    bottom: Math.min(bottom, extent.bottom),
  });
  for (let row = box.top; row < box.bottom; row++) {
    for (let column = box.left; column < box.right; column++) {
      const at = row * grid.size + column;
      const distance = (grid.x0 + column * grid.along - row * grid.across) * lung.sign;
      if (fields.lungs[at] === 0 || distance <= 0) continue;
      visit(at, distance, grid.y0 + column * grid.across + row * grid.along);
    }
  }
}

/** The vertical bounds of a finding. */
export interface Reach {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Replaces air within a lung. If several fillings overlap, the remaining shares of air are multiplied.
 *
 * @param threshold the minimum share at which a pixel belongs to the finding's mask
 */
export function fillLung(
  canvas: FindingCanvas,
  { threshold, ...reach }: Reach & { readonly threshold: number },
  filling: Filling,
): void {
  const { fields, mask } = canvas;
  eachLungPixel(canvas, reach, (at, distance, y) => {
    const share = filling(distance, y);
    if (share < 0.001) return;
    fields.filling[at] = 1 - (1 - (fields.filling[at] ?? 0)) * (1 - share);
    if (share > threshold) mask[at] = 1;
  });
}

const ZONE_MIDDLES = { upper: 0.2, middle: 0.5, lower: 0.83 } as const;

/** Returns the height of the middle of a zone, relative to the lung's height. */
export function zoneHeight(lung: Lung, zone: keyof typeof ZONE_MIDDLES): number {
  return lung.apex + (lung.dome + 0.03 - lung.apex) * ZONE_MIDDLES[zone];
}
