import { addDuration } from "./duration.ts";
import { MockError } from "./mock-error.ts";

/** The clock of a world: everything that expires, refills or is generated there goes by it. */
export interface SandboxClock {
  /** Milliseconds since 1970. */
  now(): number;
  /**
   * Moves the clock forward, by an ISO 8601 duration such as `PT24H` or by milliseconds.
   *
   * @returns the new time
   * @throws {MockError} if that is no duration, or leads beyond the year 9999
   */
  advance(by: string | number): number;
  /**
   * Sets the clock, to a moment in RFC 3339 or in milliseconds since 1970; it goes on from there, unless frozen.
   *
   * @returns the new time
   * @throws {MockError} if that is no moment from 1970 to 9999
   */
  set(to: string | number | Date): number;
  /** Stops the clock: from here on only {@link advance} and {@link set} move it. Returns the time. */
  freeze(): number;
  /** Lets a frozen clock go on from where it stands. Returns the time. */
  resume(): number;
  isFrozen(): boolean;
}

const LATEST = Date.UTC(10_000, 0) - 1;
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/i;

/** A clock that goes with another until it is moved. */
export function createClock(base: () => number): SandboxClock {
  let offset = 0;
  let frozenAt: number | undefined;
  const now = (): number => frozenAt ?? base() + offset;
  const moveTo = (moment: number): number => {
    if (!(moment >= 0 && moment <= LATEST)) {
      throw new MockError("The clock goes from 1970 to 9999. Choose a moment between them.");
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
  throw new MockError("The clock is advanced by no less than 0. Set it to go back.");
}

function momentOf(to: string | number | Date): number {
  if (typeof to === "number") return to;
  const moment = typeof to === "string" && !RFC_3339.test(to) ? Number.NaN : Number(new Date(to));
  if (!Number.isNaN(moment)) return moment;
  throw new MockError(
    `${JSON.stringify(to)} is not a time. Write it like 2026-12-24T09:30:00Z, with its zone.`,
  );
}
