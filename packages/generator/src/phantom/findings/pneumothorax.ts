import { mixOf } from "../exact-math.ts";
import { acrossLung } from "../lung.ts";
import type { FindingCanvas, FindingPainter } from "../paint-finding.ts";
import { eachLungPixel } from "./fill-lung.ts";

/** The filling of pure air, which attenuates less than air-filled lung: 1 − 1 ÷ (1 − density). */
const AIR = -0.34;

/** Shrinks the lung towards its hilum. Around it is air without vessels, and between them a thin line. */
export const paintPneumothorax: FindingPainter = ({ extent }, canvas) => {
  const { lung } = canvas;
  const hilum = { distance: 0.06, y: 0.42 };
  const wide = 1 - mixOf(0.06, 0.5, extent);
  const high = 1 - mixOf(0.06, 0.34, extent);
  const low = 1 - mixOf(0.0, 0.2, extent);
  const collapse = mixOf(0, 0.3, extent * extent);
  eachLungPixel(canvas, { top: 0, bottom: 1 }, (at, distance, y) => {
    const above = y < hilum.y;
    const across = acrossLung(
      lung,
      hilum.distance + (distance - hilum.distance) / wide,
      hilum.y + (y - hilum.y) / (above ? high : low),
    );
    const inside = 1 - across * across * across * across;
    if (inside > 0.11)
      canvas.fields.filling[at] = 1 - (1 - (canvas.fields.filling[at] ?? 0)) * (1 - collapse);
    else if (inside > 0) canvas.fields.vessels[at] = Math.max(0.11, canvas.fields.vessels[at] ?? 0);
    else putAir(canvas, at);
  });
};

function putAir({ fields, mask }: FindingCanvas, at: number): void {
  fields.filling[at] = AIR;
  fields.vessels[at] = 0;
  if (fields.lungMask[at]) mask[at] = 1;
}
