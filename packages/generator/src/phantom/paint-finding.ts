import type { FindingKind } from "../prompt/finding.ts";
import type { Random } from "../random.ts";
import type { Fields } from "./fields.ts";
import { paintConsolidation, paintEdema, paintPneumonia } from "./findings/airspace.ts";
import { paintAtelectasis } from "./findings/atelectasis.ts";
import { paintEffusion } from "./findings/effusion.ts";
import { paintMass, paintNodule } from "./findings/nodule.ts";
import { paintPneumothorax } from "./findings/pneumothorax.ts";
import type { Grid } from "./grid.ts";
import type { Lung } from "./lung.ts";
import type { Placement } from "./placement.ts";

/** Where a finding is painted, and with which lot. */
export interface FindingCanvas {
  readonly grid: Grid;
  readonly fields: Fields;
  readonly lung: Lung;
  readonly random: Random;
  /** Becomes 1 where the finding is. */
  readonly mask: Uint8Array;
}

export type FindingPainter = (placement: Placement, canvas: FindingCanvas) => void;

/** The heart is painted with the mediastinum, because its size is part of the anatomy. */
export const FINDING_PAINTERS: Readonly<
  Record<Exclude<FindingKind, "cardiomegaly">, FindingPainter>
> = {
  pneumonia: paintPneumonia,
  consolidation: paintConsolidation,
  effusion: paintEffusion,
  pneumothorax: paintPneumothorax,
  nodule: paintNodule,
  mass: paintMass,
  atelectasis: paintAtelectasis,
  edema: paintEdema,
};
