/** The choices for the expiry of a key. A number is a number of days. */
export type ExpiryChoice = "keep" | "30" | "90" | "365" | "date" | "never";

/** The choices for a new expiry, with their labels. */
export const EXPIRY_CHOICES: readonly {
  readonly value: NewExpiry["choice"];
  readonly label: string;
}[] = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "365 days" },
  { value: "date", label: "On a date" },
  { value: "never", label: "Never" },
];

export interface Expiry {
  readonly choice: ExpiryChoice;
  /**
   * The last day on which the key works, such as `2027-03-31`, in the time zone of the browser. Used if the choice is
   * `date`.
   */
  readonly date: string;
}

/** A choice that sets a new expiry. `keep` is only for a key that already exists. */
export type NewExpiry = Expiry & { readonly choice: Exclude<ExpiryChoice, "keep"> };

const DAY = 86_400_000;

/** Returns the expiry of a choice (RFC 3339); null for never. A key works until the end of the chosen date. */
export function expiresAtOf({ choice, date }: NewExpiry, now: number): string | null {
  if (choice === "never") return null;
  if (choice === "date") return new Date(endOfDay(date)).toISOString();
  return new Date(now + Number(choice) * DAY).toISOString();
}

/** Returns what is wrong with a choice, or null. */
export function expiryError({ choice, date }: Expiry, now: number): string | null {
  if (choice !== "date") return null;
  const end = endOfDay(date);
  if (Number.isNaN(end)) return "Choose a date.";
  return end > now ? null : "Choose a date that is not in the past.";
}

/** Returns the value of a date input for a time, in the time zone of the browser. */
export function dateInputValue(at: number): string {
  const date = new Date(at);
  const part = (value: number): string => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`;
}

/** Returns the end of a local day in milliseconds since 1970; NaN if the text is not a date. */
function endOfDay(date: string): number {
  return Date.parse(`${date}T23:59:59`);
}
