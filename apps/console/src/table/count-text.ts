import { numberText } from "../ui/number-text.ts";
import type { AllPages } from "./all-pages.ts";

/** A noun in its singular and plural form. */
export type Noun = readonly [singular: string, plural: string];

/** Says how many rows of a list are loaded, such as "The newest 100 requests". */
export function countText(
  { rows, hasMore, total }: Pick<AllPages<unknown>, "rows" | "hasMore" | "total">,
  [singular, plural]: Noun,
): string {
  if (!rows) return "";
  const count = numberText(rows.length);
  if (!hasMore) return `${count} ${rows.length === 1 ? singular : plural}`;
  return total === undefined
    ? `The newest ${count} ${plural}`
    : `${count} of ${numberText(total)} ${plural}`;
}
