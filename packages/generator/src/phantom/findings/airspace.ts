import type { Random } from "../../random.ts";
import { clamp, mixOf, smoothstep } from "../exact-math.ts";
import { type Lung, wallAt } from "../lung.ts";
import { createClouds } from "../noise-tile.ts";
import type { FindingPainter } from "../paint-finding.ts";
import type { Placement } from "../placement.ts";
import { fillLung, zoneHeight } from "./fill-lung.ts";

interface Patch {
  readonly distance: number;
  readonly y: number;
  readonly radius: number;
}

const MOST_PATCHES = 6;

/** Paints patches with cloudy borders. A greater extent means more and denser patches. */
export const paintPneumonia: FindingPainter = (placement, canvas) => {
  const { lung, random } = canvas;
  const { extent } = placement;
  const patches = drawPatches(placement, lung, random);
  const clouds = createClouds(random.next(), random.next(), 0.75);
  const fine = createClouds(random.next(), random.next(), 2.2);
  const density = mixOf(0.45, 0.8, extent);
  const { top, bottom } = boundsOf(patches);
  fillLung(canvas, { top, bottom, threshold: 0.16 }, (distance, y) => {
    const cloud = clouds.at(distance, y);
    const warped = distance + 0.035 * cloud;
    const sum = patches.reduce((all, patch) => all + kernel(patch, warped, y), 0);
    const full = density * (1 + 0.1 * fine.at(distance, y));
    return Math.min(0.97, full) * smoothstep(0, 1.9, sum * (1.25 + 0.5 * cloud));
  });
};

function kernel(patch: Patch, distance: number, y: number): number {
  const across = (distance - patch.distance) / patch.radius;
  const along = (y - patch.y) / patch.radius;
  const square = 1 - across * across - along * along;
  return square > 0 ? square * square : 0;
}

function drawPatches({ zones, extent }: Placement, lung: Lung, random: Random): Patch[] {
  const wanted = Math.max(2, 1 + (MOST_PATCHES - 1) * extent);
  const patches = Array.from({ length: MOST_PATCHES }, (_, index) => {
    const zone = zones[index % zones.length] ?? "lower";
    const y = zoneHeight(lung, zone) + random.between(-0.085, 0.07);
    const widest = wallAt(lung, y);
    const growth = clamp(wanted - index, 0, 1);
    return {
      y,
      distance: widest * random.between(0.36, 0.78),
      radius: random.between(0.09, 0.15) * mixOf(0.85, 1.45, extent) * growth,
    };
  });
  return patches.filter(({ radius }) => radius > 0.01);
}

function boundsOf(patches: readonly Patch[]): { top: number; bottom: number } {
  return {
    top: Math.min(...patches.map(({ y, radius }) => y - radius)),
    bottom: Math.max(...patches.map(({ y, radius }) => y + radius)),
  };
}

/** Paints one dense area in each zone with a clear border, like that of a fissure. */
export const paintConsolidation: FindingPainter = ({ zones, extent }, canvas) => {
  const { lung, random } = canvas;
  const clouds = createClouds(random.next(), random.next(), 2.2);
  const density = mixOf(0.62, 0.93, extent);
  const lots = zones.map((zone) => {
    const y = zoneHeight(lung, zone) + random.between(-0.02, 0.02);
    const distance = wallAt(lung, y) * random.between(0.5, 0.68);
    return { y, distance, radius: mixOf(0.075, 0.165, extent) };
  });
  const { top, bottom } = boundsOf(lots.map((lot) => ({ ...lot, radius: lot.radius * 1.3 })));
  fillLung(canvas, { top, bottom, threshold: 0.16 }, (distance, y) => {
    let share = 0;
    for (const lot of lots) {
      const across = (distance - lot.distance) / (lot.radius * 1.2);
      const along = (y - lot.y) / lot.radius;
      const square = 1 - across * across - along * along + 0.12 * clouds.at(distance, y);
      share = Math.max(share, smoothstep(-0.05, 0.6, square));
    }
    return share * density;
  });
};

/** Paints a haze around the hilum that fades outwards ("bat wing"). */
export const paintEdema: FindingPainter = ({ extent }, canvas) => {
  const { random } = canvas;
  const clouds = createClouds(random.next(), random.next(), 1);
  const density = mixOf(0.22, 0.68, extent);
  const reach = mixOf(0.2, 0.31, extent);
  fillLung(canvas, { top: 0.44 - reach, bottom: 0.48 + reach, threshold: 0.1 }, (distance, y) => {
    const across = (distance - 0.07) / reach;
    const along = (y - 0.46) / (reach * 1.05);
    const square = 1 - across * across - along * along;
    return square <= 0 ? 0 : density * smoothstep(0, 0.9, square + 0.14 * clouds.at(distance, y));
  });
};
