export const FINDING_KINDS = [
  "cardiomegaly",
  "pneumonia",
  "consolidation",
  "effusion",
  "pneumothorax",
  "nodule",
  "mass",
  "atelectasis",
  "edema",
] as const;

/** What the phantom can draw. */
export type FindingKind = (typeof FINDING_KINDS)[number];

/** The patient's side. Films are shown as if the patient faced the reader: left is on the right. */
export type Side = "left" | "right";

/** A third of a lung, from the apex down. */
export type Zone = "upper" | "middle" | "lower";

export type Severity = "mild" | "moderate" | "severe";

export type View = "pa" | "ap";

export type Sex = "female" | "male";

/** One finding as the prompt asks for it; what it leaves open is drawn by lot. */
export interface RequestedFinding {
  readonly kind: FindingKind;
  readonly side: Side | "bilateral" | null;
  /** Empty: anywhere. */
  readonly zones: readonly Zone[];
  readonly severity: Severity | null;
}
