import type { Random } from "../../random.ts";
import { mixOf } from "../exact-math.ts";
import { CENTIMETRES } from "../grid.ts";
import { type Lung, wallAt } from "../lung.ts";
import { createClouds } from "../noise-tile.ts";
import type { FindingPainter } from "../paint-finding.ts";
import type { Placement } from "../placement.ts";
import { fillLung, zoneHeight } from "./fill-lung.ts";

/** Paints a small ball with a smooth border. */
export const paintNodule: FindingPainter = (placement, canvas) => {
  const radius = mixOf(0.013, 0.03, placement.extent);
  paintBall(
    { ...drawPlace(placement, canvas.lung, canvas.random), radius, roughness: 0.08 },
    canvas,
  );
};

/** Paints a ball of more than 3 cm with an irregular border. */
export const paintMass: FindingPainter = (placement, canvas) => {
  const radius = mixOf(0.042, 0.1, placement.extent);
  paintBall(
    { ...drawPlace(placement, canvas.lung, canvas.random), radius, roughness: 0.3 },
    canvas,
  );
};

interface Ball {
  readonly distance: number;
  readonly y: number;
  readonly radius: number;
  readonly roughness: number;
}

function drawPlace(
  { zones }: Placement,
  lung: Lung,
  random: Random,
): { distance: number; y: number } {
  const y = zoneHeight(lung, zones[0] ?? "middle") + random.between(-0.05, 0.03);
  return { y, distance: wallAt(lung, y) * random.between(0.45, 0.78) };
}

function paintBall(
  { distance: middle, y: height, radius, roughness }: Ball,
  canvas: Parameters<FindingPainter>[1],
): void {
  const { lung, random } = canvas;
  const clouds = createClouds(random.next(), random.next(), 0.5 / radius / 8);
  // Lesions are denser than vessels, so they are more visible than their thickness suggests.
  const firmness = (2 * radius * CENTIMETRES * 1.6) / lung.depth;
  const reach = radius * 1.4;
  fillLung(
    canvas,
    { top: height - reach, bottom: height + reach, threshold: 0.03 },
    (distance, y) => {
      const across = (distance - middle) / radius;
      const along = (y - height) / radius;
      const square = 1 - across * across - along * along;
      if (square < -0.9) return 0;
      const rough = square + roughness * clouds.at(distance, y);
      return rough > 0 ? Math.min(0.96, firmness * Math.sqrt(Math.min(1, rough))) : 0;
    },
  );
}
