const FIRST = 1_000;
const LONGEST = 30_000;

/** How long to wait before asking again, in milliseconds: longer each time, up to half a minute. */
export function pollDelay(times: number): number {
  return Math.min(LONGEST, Math.round(FIRST * 1.4 ** times));
}
