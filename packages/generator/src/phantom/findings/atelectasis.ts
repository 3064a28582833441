import { mixOf, smoothstep } from "../exact-math.ts";
import { acrossLung, wallAt } from "../lung.ts";
import type { FindingCanvas, FindingPainter } from "../paint-finding.ts";
import type { Placement } from "../placement.ts";
import { bend, type Knot, ROD, stroke } from "../stroke.ts";
import { fillLung, zoneHeight } from "./fill-lung.ts";

const MOST_BANDS = 3;

/** Paints bands of airless lung and a haze at the base. The raised diaphragm is painted with the anatomy. */
export const paintAtelectasis: FindingPainter = (placement, canvas) => {
  paintBands(placement, canvas);
  const { lung } = canvas;
  const { extent } = placement;
  const zone = placement.zones[0] ?? "lower";
  const middle = zone === "lower" ? lung.dome + 0.02 : zoneHeight(lung, zone);
  const reach = mixOf(0.04, 0.16, extent);
  const density = mixOf(0.15, 0.75, extent);
  fillLung(
    canvas,
    { top: middle - reach, bottom: middle + reach, threshold: 0.12 },
    (distance, y) => {
      const inwards = (1 - acrossLung(lung, distance, y)) / 2;
      const along = (y - middle) / reach;
      return density * smoothstep(0, 0.8, 1 - along * along) * smoothstep(0.15, 0.75, inwards);
    },
  );
};

function paintBands({ zones, extent }: Placement, canvas: FindingCanvas): void {
  const { lung, random, grid, fields, mask } = canvas;
  const bands = new Float32Array(mask.length);
  const wanted = 1 + extent * (MOST_BANDS - 1);
  for (let band = 0; band < MOST_BANDS; band++) {
    const height =
      zoneHeight(lung, zones[0] ?? "lower") - 0.045 - band * 0.035 + random.between(-0.012, 0.012);
    const start = random.between(0.3, 0.42);
    const slope = random.between(-0.03, 0.02);
    if (band >= wanted) continue;
    const knot = (share: number, down: number, radius: number): Knot => ({
      x: lung.sign * wallAt(lung, height) * share,
      y: height + down,
      radius,
      weight: mixOf(0.2, 0.34, extent),
    });
    const thick = mixOf(0.0042, 0.008, extent);
    stroke(
      bend(
        [
          knot(start, 0, thick * 0.6),
          knot(0.5, slope * 0.3, thick),
          knot(0.65, slope, thick),
          knot(0.86, slope, thick * 0.4),
        ],
        8,
      ),
      { grid, field: bands, section: ROD },
    );
  }
  for (const [at, value] of bands.entries()) {
    if (value === 0) continue;
    fields.vessels[at] = Math.max(value, fields.vessels[at] ?? 0);
    if (value > 0.05 && fields.lungMask[at]) mask[at] = 1;
  }
}
