import type { Usage, UsageBucket, UsageInterval, Violation } from "@sinkove/contract";
import { validationError } from "../http/problem.ts";
import { FIRST_MOMENT, LAST_MOMENT, toMoment, toTimestamp, toTimestampOrNull } from "../moment.ts";
import type { Moment, UsageSum } from "../store/records.ts";

/** A span of whole intervals, in UTC. */
export interface Span {
  readonly from: Moment;
  readonly to: Moment;
  readonly interval: UsageInterval;
}

/** The parameters of a report. */
export interface SpanParameters {
  readonly from?: string;
  readonly to?: string;
  readonly interval?: UsageInterval;
}

const HOUR = 60 * 60 * 1000;
const LENGTHS = { hour: HOUR, day: 24 * HOUR };
const USUAL = { hour: 24 * HOUR, day: 30 * 24 * HOUR };
const MOST_INTERVALS = 744;

/** @throws ApiError VALIDATION_ERROR for a span that is empty or too long */
export function readSpan(parameters: SpanParameters, now: Moment): Span {
  const { interval = "day" } = parameters;
  const length = LENGTHS[interval];
  const end = parameters.to === undefined ? now : toMoment(parameters.to, "to");
  const start =
    parameters.from === undefined ? end - USUAL[interval] : toMoment(parameters.from, "from");
  const from = Math.floor(start / length) * length;
  const to =
    parameters.to === undefined ? endOfInterval(now, length) : Math.ceil(end / length) * length;
  // Both ends are in the response.
  if (to > LAST_MOMENT) throw spanError("to", "must end before the year 10000");
  if (from < FIRST_MOMENT)
    throw spanError("to", "must be later, because the span begins before the year 0");
  if (from >= to) throw spanError("from", "must be earlier than to");
  if (to - from > MOST_INTERVALS * length) {
    throw spanError("to", `must be at most ${MOST_INTERVALS} intervals after from`);
  }
  return { from, to, interval };
}

/** The current moment belongs to an interval, even if one begins exactly now. */
function endOfInterval(now: Moment, length: number): Moment {
  return (Math.floor(now / length) + 1) * length;
}

function spanError(pointer: string, detail: string) {
  return validationError([{ pointer, detail, keyword: "maximum" } satisfies Violation]);
}

/** How long an interval of a span is, in milliseconds. */
export function lengthOf({ interval }: Pick<Span, "interval">): number {
  return LENGTHS[interval];
}

/** The intervals of a span, including those without requests. */
export function report(span: Span, sums: readonly UsageSum[], lastUsedAt: Moment | null): Usage {
  const { from, to, interval } = span;
  const length = LENGTHS[interval];
  const buckets: UsageBucket[] = [];
  for (let start = from; start < to; start += length) {
    buckets.push({ start: toTimestamp(start), requests: 0, byStatusClass: {}, byOperation: {} });
  }
  for (const sum of sums) {
    const bucket = buckets[sum.place];
    if (bucket) count(bucket, sum);
  }
  return {
    from: toTimestamp(from),
    to: toTimestamp(to),
    interval,
    lastUsedAt: toTimestampOrNull(lastUsedAt),
    buckets,
  };
}

function count(bucket: UsageBucket, { statusClass, operationId, requests }: UsageSum): void {
  const { byStatusClass, byOperation } = bucket;
  bucket.requests += requests;
  byStatusClass[statusClass] = (byStatusClass[statusClass] ?? 0) + requests;
  byOperation[operationId] = (byOperation[operationId] ?? 0) + requests;
}
