import type { LogEntry } from "../log-entry.ts";
import type { Moment, RequestRecord } from "../store/records.ts";
import type { RequestLogStore } from "../store/request-log.ts";
import { oneAtATime } from "./one-at-a-time.ts";

/**
 * Keeps requests in memory until they are written. A crash may lose these, at most those of one
 * second.
 */
export interface RequestLog {
  record(request: RequestRecord): void;
  /** Writes everything that was recorded. What cannot be written is kept for the next time. */
  flush(): Promise<void>;
  /** The moment before which requests are not shown any more. */
  keptSince(now: Moment): Moment;
}

/** How long, and how many requests of each account, the log keeps. */
export interface RequestLogLimits {
  readonly days: number;
  readonly rows: number;
}

/** What a log is made with. */
export interface RequestLogOptions extends RequestLogLimits {
  readonly store: RequestLogStore;
  readonly clock: () => Moment;
  readonly log: (entry: LogEntry) => void;
}

/**
 * The most requests that wait to be written, so that a server without its database does not fill
 * its memory.
 */
const MOST = 10_000;
/**
 * How many are dropped at a time. Moving the rest for each one would cost more than recording it.
 */
const DROPPED = 100;
/** Written in one transaction, which takes SQLite some 10 ms: it holds everything else up meanwhile. */
const BATCH = 2000;
const DAY = 24 * 60 * 60 * 1000;
/** How often what is not to be kept is looked for in all accounts, in milliseconds. */
const PURGED_EVERY = 60_000;

/** Gathers requests, and writes and purges them when it is flushed. */
export function createRequestLog(options: RequestLogOptions): RequestLog {
  const { store, clock, log, days, rows } = options;
  let waiting: RequestRecord[] = [];
  let dropped = 0;
  let purgeAt = 0;
  // A moment that databases know, also for Infinity and for parts of a day.
  const keptSince = (now: Moment): Moment => Math.max(0, Math.floor(now - days * DAY));
  const dropOldest = (count: number): void => {
    dropped += waiting.splice(0, count).length;
  };
  const writeBatch = async (): Promise<void> => {
    const batch = waiting.splice(0, BATCH);
    try {
      await store.addRequests(batch, { before: keptSince(clock()), rows });
    } catch (error) {
      waiting = [...batch, ...waiting];
      if (waiting.length > MOST) dropOldest(waiting.length - MOST);
      throw error;
    }
  };
  const purge = async (): Promise<void> => {
    const now = clock();
    const isMoreDue = await store.addRequests([], { before: keptSince(now), rows });
    purgeAt = isMoreDue ? now : now + PURGED_EVERY;
  };
  const tellDropped = (): void => {
    if (dropped === 0) return;
    const error = `${dropped} requests are missing in the request log: more than ${MOST} waited to be written.`;
    log({ level: "error", message: "requests dropped", error });
    dropped = 0;
  };
  return {
    record(request) {
      if (waiting.length >= MOST) dropOldest(DROPPED);
      waiting.push(request);
    },
    flush: oneAtATime(async () => {
      // Requests that arrive meanwhile are written the next time.
      for (let batches = Math.ceil(waiting.length / BATCH); batches > 0; batches--) {
        await writeBatch();
        if (batches > 1) await turn();
      }
      tellDropped();
      if (clock() >= purgeAt) await purge();
    }),
    keptSince,
  };
}

/** Gives what waits its turn: on SQLite, to write a batch takes all of this thread. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
