import type { FindingKind, RequestedFinding, Severity, Side, Zone } from "../prompt/finding.ts";
import type { Random } from "../random.ts";
import { mixOf } from "./exact-math.ts";

/** A finding of a film. Properties that the prompt does not specify are drawn at random. */
export interface Placement {
  readonly kind: FindingKind;
  /** Null for the heart. A bilateral finding has two placements. */
  readonly side: Side | null;
  readonly zones: readonly Zone[];
  readonly severity: Severity;
  /** The extent of the finding, from 0 (minimal) to 1 (maximal). */
  readonly extent: number;
}

const EXTENTS: Readonly<Record<Severity, readonly [number, number]>> = {
  mild: [0.1, 0.28],
  moderate: [0.42, 0.58],
  severe: [0.76, 1],
};

/** Places a finding. Always draws the same number of random numbers, so that severities are comparable per patient. */
export function placeFinding(finding: RequestedFinding, random: Random): Placement[] {
  const severityLot = random.next();
  const sideLot = random.next();
  const zoneLot = random.next();
  const extentLot = random.next();
  const severity =
    finding.severity ?? (severityLot < 0.5 ? "moderate" : severityLot < 0.75 ? "mild" : "severe");
  const [least, most] = EXTENTS[severity];
  const zones = finding.zones.length > 0 ? finding.zones : usualZones(finding.kind, zoneLot);
  return sidesOf(finding, sideLot).map((side) => ({
    kind: finding.kind,
    side,
    zones: finding.kind === "cardiomegaly" ? [] : zones,
    severity,
    extent: mixOf(least, most, extentLot),
  }));
}

function sidesOf({ kind, side }: RequestedFinding, lot: number): (Side | null)[] {
  if (kind === "cardiomegaly") return [null];
  if (side === "bilateral" || (side === null && kind === "edema")) return ["right", "left"];
  return [side ?? (lot < 0.5 ? "right" : "left")];
}

function usualZones(kind: FindingKind, lot: number): readonly Zone[] {
  switch (kind) {
    case "effusion":
    case "atelectasis":
      return ["lower"];
    case "pneumothorax":
      return ["upper"];
    case "edema":
      return ["middle"];
    case "pneumonia":
      return lot < 0.55 ? ["lower"] : lot < 0.85 ? ["middle", "lower"] : ["upper"];
    default:
      return lot < 0.34 ? ["upper"] : lot < 0.67 ? ["middle"] : ["lower"];
  }
}
