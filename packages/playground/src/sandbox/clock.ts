/** The state of a clock. */
export interface ClockState {
  /** How far the clock is ahead of the machine's clock, in milliseconds. */
  readonly offset: number;
  /** The time of a frozen clock, in milliseconds since 1970. Null while the clock runs. */
  readonly frozenAt: number | null;
}

/** Thrown for an invalid command to the clock. */
export class ClockError extends Error {
  override readonly name: string = "ClockError";
}

export const RUNNING: ClockState = { offset: 0, frozenAt: null };

const LATEST = Date.UTC(10_000, 0) - 1;
const DURATION =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

export function timeOf({ offset, frozenAt }: ClockState, machine: number): number {
  return frozenAt ?? machine + offset;
}

/**
 * Applies a command to a clock: `{ advance: "PT24H" }`, `{ set: "2027-01-01T00:00:00Z" }` or `{ freeze: true }`.
 *
 * @throws ClockError if the command is invalid
 */
export function moveClock(before: ClockState, command: unknown, machine: number): ClockState {
  const { advance, set, freeze } = membersOf(command);
  let moment = timeOf(before, machine);
  if (set !== undefined) moment = momentOf(set);
  if (advance !== undefined) moment = addDuration(moment, advance);
  if (!(moment >= 0 && moment <= LATEST)) {
    throw new ClockError("The clock covers the years 1970 to 9999. Choose a time in that range.");
  }
  const isFrozen = freeze ?? before.frozenAt !== null;
  return { offset: Math.round(moment - machine), frozenAt: isFrozen ? Math.round(moment) : null };
}

function membersOf(command: unknown) {
  if (typeof command === "object" && command !== null && !Array.isArray(command)) {
    const { advance, set, freeze, ...others } = command as Record<string, unknown>;
    const isKnown = Object.keys(others).length === 0 && Object.keys(command).length > 0;
    if (isKnown && (freeze === undefined || typeof freeze === "boolean")) {
      return { advance, set, freeze };
    }
  }
  throw new ClockError(
    'The body must be { "advance": "PT24H" }, { "set": "2027-01-01T00:00:00Z" } or { "freeze": true }.',
  );
}

function momentOf(set: unknown): number {
  const moment = typeof set === "string" || typeof set === "number" ? +new Date(set) : Number.NaN;
  if (!Number.isNaN(moment)) return moment;
  throw new ClockError(`"set" must be a time such as "2027-01-01T00:00:00Z".`);
}

function addDuration(moment: number, advance: unknown): number {
  const [text, ...parts] = (typeof advance === "string" && DURATION.exec(advance)) || [];
  if (text === undefined || text === "P" || text.endsWith("T")) {
    throw new ClockError(`"advance" must be an ISO 8601 duration such as "PT24H" or "P30D".`);
  }
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] =
    parts.map((part) => Number(part ?? 0));
  const date = new Date(moment);
  date.setUTCMonth(date.getUTCMonth() + 12 * years + months);
  const time = ((weeks * 7 + days) * 24 + hours) * 3600 + minutes * 60 + seconds;
  return date.getTime() + time * 1000;
}
