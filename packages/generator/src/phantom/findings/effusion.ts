import { mixOf, smoothstep } from "../exact-math.ts";
import { acrossLung } from "../lung.ts";
import type { FindingPainter } from "../paint-finding.ts";
import { fillLung } from "./fill-lung.ts";

/** Paints fluid at the base of the lung. Its surface rises at the chest wall, so the costophrenic angle fills first. */
export const paintEffusion: FindingPainter = ({ extent }, canvas) => {
  const { lung, random } = canvas;
  const height = mixOf(0.055, 0.42, extent) * random.between(0.95, 1.05);
  const floor = lung.angle + 0.005;
  const soft = mixOf(0.008, 0.035, extent);
  fillLung(
    canvas,
    { top: floor - height * 1.4, bottom: floor + 0.2, threshold: 0.3 },
    (distance, y) => {
      const share = (acrossLung(lung, distance, y) + 1) / 2;
      const meniscus = 0.42 + 0.58 * share * share * share;
      const surface = floor - height * meniscus;
      return 0.97 * smoothstep(-soft * 1.6, soft, y - surface);
    },
  );
};
