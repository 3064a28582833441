import { numberText } from "../../ui/number-text.ts";

/** When the owners of an organization are told that its credits are low. */
export function lowCreditsText(threshold: number | null): string {
  if (threshold === null) return "The owners are not told when few credits are left.";
  if (threshold === 1) return "The owners are told when no credits are left.";
  return `The owners are told when fewer than ${numberText(threshold)} credits are left.`;
}

/** The most that the API takes. */
const MOST = 1_000_000_000;

/** A threshold in a field: empty for none. */
export function thresholdText(threshold: number | null): string {
  return threshold === null ? "" : numberText(threshold);
}

/** What a person has typed into the field, with or without commas; undefined if it is not a threshold. */
export function readThreshold(text: string): number | null | undefined {
  const digits = text.replaceAll(/[\s,]/g, "");
  if (digits === "") return null;
  const threshold = /^\d{1,10}$/.test(digits) ? Number(digits) : 0;
  return threshold >= 1 && threshold <= MOST ? threshold : undefined;
}
