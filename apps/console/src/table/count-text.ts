import { type Noun, numberText, quantityText } from "../ui/number-text.ts";
import type { AllPages } from "./all-pages.ts";

/** Says how many rows of a list are loaded, such as "The newest 100 requests". */
export function countText(
  { rows, hasMore, total }: Pick<AllPages<unknown>, "rows" | "hasMore" | "total">,
  noun: Noun,
): string {
  if (!rows) return "";
  if (!hasMore) return quantityText(rows.length, noun);
  return total === undefined
    ? `The newest ${quantityText(rows.length, noun)}`
    : `${numberText(rows.length)} of ${quantityText(total, noun)}`;
}
