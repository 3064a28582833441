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

/** A finding that the phantom can draw. */
export type FindingKind = (typeof FINDING_KINDS)[number];

/** The patient's side. On films, the patient faces the reader, so the patient's left is on the right. */
export type Side = "left" | "right";

/** A third of a lung, from the apex downwards. */
export type Zone = "upper" | "middle" | "lower";

export type Severity = "mild" | "moderate" | "severe";

export type View = "pa" | "ap";

export type Sex = "female" | "male";

/** A finding in a prompt. Properties that are null or empty are drawn at random. */
export interface RequestedFinding {
  readonly kind: FindingKind;
  readonly side: Side | "bilateral" | null;
  /** Empty if the prompt names no zone. */
  readonly zones: readonly Zone[];
  readonly severity: Severity | null;
}
