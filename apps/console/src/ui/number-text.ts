// These functions do not use `Intl`, because its first use takes a phone 50 ms, and all texts are English.
const COMPACT_UNITS = [
  [1e9, "B"],
  [1e6, "M"],
  [1e3, "K"],
] as const;

/** Formats a number with thousands separators, such as "12,345", and at most three decimals. */
export function numberText(value: number): string {
  const [whole = "", decimals] = String(Number(value.toFixed(3))).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** A noun in its singular and plural form. */
export type Noun = readonly [singular: string, plural: string];

/** Formats a number of things, such as "1 credit" or "12,345 credits". */
export function quantityText(value: number, [singular, plural]: Noun): string {
  return `${numberText(value)} ${value === 1 ? singular : plural}`;
}

/** Formats a fraction as a percentage with at most one decimal, such as "12.5%". */
export function percentText(share: number): string {
  return `${numberText(Number((share * 100).toFixed(1)))}%`;
}

/** Formats a number of at least 0 in a compact form, such as "1.2K". */
export function compactText(value: number): string {
  const [size, unit] = COMPACT_UNITS.find(([each]) => value >= each * 0.9995) ?? [1, ""];
  const scaled = value / size;
  return `${scaled < 99.5 ? Number(scaled.toPrecision(2)) : Math.round(scaled)}${unit}`;
}
