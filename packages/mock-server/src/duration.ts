import { describe } from "./describe.ts";
import { MockError } from "./mock-error.ts";

const FORM =
  /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d{1,9})?)S)?)?$/;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Adds an ISO 8601 duration to a time in milliseconds since 1970. Years and months are calendar years and months in
 * UTC: a month after 31 January is the last day of February.
 *
 * @throws {MockError} if the text is not a duration such as `PT90S`, `PT24H`, `P30D` or `P1Y2M`
 */
export function addDuration(moment: number, duration: string): number {
  const parts = FORM.exec(duration)?.slice(1);
  if (!parts) {
    throw new MockError(
      `${describe(duration)} is not an ISO 8601 duration, such as PT90S, PT24H or P30D.`,
    );
  }
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] =
    parts.map((part) => Number((part ?? "0").replace(",", ".")));
  const exact = (weeks * 7 + days) * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND;
  return addMonths(moment, 12 * years + months) + Math.round(exact);
}

function addMonths(moment: number, months: number): number {
  if (months === 0) return moment;
  const date = new Date(moment);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.setUTCDate(Math.min(day, lastDay));
}
