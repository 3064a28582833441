import { describe } from "./describe.ts";
import { addDuration } from "./duration.ts";
import { MockError } from "./mock-error.ts";

/** The clock of a world. Expiry, rate limits and dataset generation in the world follow it. */
export interface SandboxClock {
  /** Milliseconds since 1970. */
  now(): number;
  /**
   * Moves the clock forward, by an ISO 8601 duration such as `PT24H` or by milliseconds.
   *
   * @returns the new time
   * @throws {MockError} if the value is not a duration, or the new time is after the year 9999
   */
  advance(by: string | number): number;
  /**
   * Sets the clock to a time in RFC 3339 or in milliseconds since 1970. A clock that is not frozen runs on from there.
   *
   * @returns the new time
   * @throws {MockError} if the value is not a time from 1970 to 9999
   */
  set(to: string | number | Date): number;
  /** Stops the clock, so that only {@link advance} and {@link set} move it. Returns the time. */
  freeze(): number;
  /** Lets a frozen clock run on from its current time. Returns the time. */
  resume(): number;
  isFrozen(): boolean;
}

const LATEST = Date.UTC(10_000, 0) - 1;
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/i;

/** Creates a clock that follows another one, at an offset once it is moved. */
export function createClock(base: () => number): SandboxClock {
  let offset = 0;
  let frozenAt: number | undefined;
  const now = (): number => frozenAt ?? base() + offset;
  const moveTo = (moment: number): number => {
    if (!(moment >= 0 && moment <= LATEST)) {
      throw new MockError("The clock covers the years 1970 to 9999. Choose a time in that range.");
    }
    const whole = Math.round(moment);
    if (frozenAt === undefined) offset = whole - base();
    else frozenAt = whole;
    return whole;
  };
  return {
    now,
    advance: (by) => moveTo(typeof by === "number" ? forward(now(), by) : addDuration(now(), by)),
    set: (to) => moveTo(momentOf(to)),
    freeze: () => {
      frozenAt = now();
      return frozenAt;
    },
    resume: () => {
      if (frozenAt !== undefined) offset = frozenAt - base();
      frozenAt = undefined;
      return now();
    },
    isFrozen: () => frozenAt !== undefined,
  };
}

function forward(moment: number, milliseconds: number): number {
  if (milliseconds >= 0) return moment + milliseconds;
  throw new MockError("advance takes 0 or more milliseconds. To move the clock back, set it.");
}

function momentOf(to: string | number | Date): number {
  if (typeof to === "number") return to;
  const moment = typeof to === "string" && !isTime(to) ? Number.NaN : Number(new Date(to));
  if (!Number.isNaN(moment)) return moment;
  throw new MockError(
    `${describe(to)} is not a time. Write it with its time zone, such as 2026-12-24T09:30:00Z.`,
  );
}

/** Whether a text is a time in RFC 3339. `Date` alone would turn 30 February into 2 March. */
function isTime(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split(/[-T]/i, 3).map(Number);
  return RFC_3339.test(text) && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
