import type { Lung } from "../lung.ts";
import type { FindingCanvas } from "../paint-finding.ts";

/** The share of the air that is gone, by distance from the midline and height; below 0.001, none. */
export type Filling = (distance: number, y: number) => number;

const LUNG_SIDES = { right: -1, left: 1 } as const;

/** Where in a lung a finding is sought: heights that bound it. */
export interface Reach {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Replaces air within one lung, also behind the diaphragm. Two fillings leave the product of what each
 * leaves.
 *
 * @param threshold the least share that counts as the finding in its mask
 */
export function fillLung(
  canvas: FindingCanvas,
  { top, bottom }: Reach,
  threshold: number,
  filling: Filling,
): void {
  const { grid, fields, lung, mask } = canvas;
  const sign = LUNG_SIDES[lung.side];
  for (let at = 0; at < grid.size * grid.size; at++) {
    if (fields.lungs[at] === 0) continue;
    const column = at % grid.size;
    const row = (at - column) / grid.size;
    const distance = (grid.x0 + column * grid.along - row * grid.across) * sign;
    const y = grid.y0 + column * grid.across + row * grid.along;
    if (distance < 0 || y < top || y > bottom) continue;
    const share = filling(distance, y);
    if (share < 0.001) continue;
    fields.filling[at] = 1 - (1 - (fields.filling[at] ?? 0)) * (1 - share);
    if (share > threshold) mask[at] = 1;
  }
}

export function wholeLung(lung: Lung): Reach {
  return { top: lung.apex, bottom: lung.angle + 0.15 };
}

const ZONE_MIDDLES = { upper: 0.2, middle: 0.5, lower: 0.83 } as const;

/** The middle of a zone's height, by the lung's own height. */
export function zoneHeight(lung: Lung, zone: keyof typeof ZONE_MIDDLES): number {
  return lung.apex + (lung.dome + 0.03 - lung.apex) * ZONE_MIDDLES[zone];
}
