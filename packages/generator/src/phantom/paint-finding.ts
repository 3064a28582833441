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

/** The fields in which a finding is painted, and its random stream. */
export interface FindingCanvas {
  readonly grid: Grid;
  readonly fields: Fields;
  readonly lung: Lung;
  readonly random: Random;
  /** The mask of the finding, which the painter sets to 1 where the finding is. */
  readonly mask: Uint8Array;
}

export type FindingPainter = (placement: Placement, canvas: FindingCanvas) => void;

/** The painters of findings. Cardiomegaly has none, because the size of the heart is part of the anatomy. */
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
