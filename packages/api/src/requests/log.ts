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
  /** The moment before which requests are no longer shown. */
  keptSince(now: Moment): Moment;
}

/** How long, and how many requests of each account, the log keeps. */
export interface RequestLogLimits {
  readonly days: number;
  readonly rows: number;
}

/** Options of {@link createRequestLog}. */
export interface RequestLogOptions extends RequestLogLimits {
  readonly store: RequestLogStore;
  readonly clock: () => Moment;
  readonly log: (entry: LogEntry) => void;
}

/**
 * The most requests that wait to be written, so that a server does not fill its memory while its database is
 * unavailable.
 */
const MOST = 10_000;
/**
 * How many requests are dropped at a time. To move the others for each one would cost more than to record it.
 */
const DROPPED = 100;
/** How many requests one transaction writes. SQLite takes some 10 ms for it, and blocks everything else meanwhile. */
const BATCH = 2000;
const DAY = 24 * 60 * 60 * 1000;
/** How often requests past their retention are purged in all accounts, in milliseconds. */
const PURGED_EVERY = 60_000;

/** Gathers requests, and writes and purges them when it is flushed. */
export function createRequestLog(options: RequestLogOptions): RequestLog {
  const { store, clock, log, days, rows } = options;
  let waiting: RequestRecord[] = [];
  let dropped = 0;
  let purgeAt = 0;
  // Limited to moments that databases can store, for `days` such as Infinity or 0.5.
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

/** Lets other work run: on SQLite, writing a batch blocks this thread. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
