/**
 * Whether two texts look the same, so that a person can type what a page shows: whitespace is shown as one space,
 * invisible characters not at all, and a letter may be composed of several characters.
 */
export function isSameText(one: string, other: string): boolean {
  return visible(one) === visible(other);
}

function visible(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}
