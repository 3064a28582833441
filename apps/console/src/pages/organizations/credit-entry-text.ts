import type { CreditEntry } from "@sinkove/contract";
import { numberText } from "../../ui/number-text.ts";

/** Formats a change of credits with its sign, such as "+1,000". */
export function amountText(amount: number): string {
  return amount > 0 ? `+${numberText(amount)}` : numberText(amount);
}

/** Returns a short description of a change of credits. */
export function entryText({ kind, amount, reason }: CreditEntry): string {
  if (reason) return reason;
  if (kind === "dataset") return "Dataset";
  if (kind === "refund") return "Refund of a dataset";
  // A kind that this version of the console does not know.
  return amount < 0 ? "Credits taken" : "Credits given";
}
