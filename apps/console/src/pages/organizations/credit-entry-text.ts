import type { CreditEntry } from "@sinkove/contract";
import { numberText } from "../../ui/number-text.ts";

/** A change with its sign, such as "+1,000". */
export function amountText(amount: number): string {
  return amount > 0 ? `+${numberText(amount)}` : numberText(amount);
}

/** What a change of credits is for, in a few words. */
export function entryText({ kind, amount, reason }: CreditEntry): string {
  if (reason) return reason;
  if (kind === "dataset") return "Dataset";
  if (kind === "refund") return "Refund of a dataset";
  // Kinds that are new since this page was made.
  return amount < 0 ? "Credits taken" : "Credits given";
}
