import type { Clock } from "./hostile-server.ts";

/** Time that passes only when nothing else can happen, while sockets are real. */
export interface SimulatedTime extends Clock {
  /** Lets time pass until `work` settles. */
  run<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nothing is in progress except timers. */
  quiet(): Promise<void>;
}

const TURNS = 10;
const GRACE_MS = 5;
const PATIENCE_MS = 5_000;

/**
 * Simulated time for a client and a server in one process. `activity` is a number that increases with each event between
 * them: time stands still as long as it increases.
 */
export function simulateTime(activity: () => number): SimulatedTime {
  let now = 1_795_600_800_000;
  const timers = new Set<{ readonly at: number; readonly action: () => void }>();
  const after = (ms: number, action: () => void) => {
    const timer = { at: now + ms, action };
    timers.add(timer);
    return () => {
      timers.delete(timer);
    };
  };
  const passTime = (): boolean => {
    const [next] = [...timers].sort((a, b) => a.at - b.at);
    if (!next) return false;
    timers.delete(next);
    now = next.at;
    next.action();
    return true;
  };
  const quiet = async () => {
    for (let before = -1; before !== activity(); ) {
      before = activity();
      await turns();
    }
  };
  const run = async <T>(work: Promise<T>): Promise<T> => {
    let isSettled = false;
    const settle = () => {
      isSettled = true;
    };
    work.then(settle, settle);
    for (let patience = PATIENCE_MS / GRACE_MS; !isSettled && patience > 0; patience--) {
      await quiet();
      if (!isSettled && passTime()) patience = PATIENCE_MS / GRACE_MS;
    }
    if (isSettled) return work;
    throw new Error("The call never ends: no timer is set, and nothing happens any more.");
  };
  return { now: () => now, after, run, quiet };
}

/** Data written to a loopback socket is read within a few turns of the event loop. */
async function turns(): Promise<void> {
  for (let i = 0; i < TURNS; i++) await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setTimeout(resolve, GRACE_MS));
}
