import type { ApiKeyLeak } from "@sinkove/contract";
import type { Moment } from "../store/records.ts";
import type { StoreReader } from "../store/store.ts";

/** How long a repeated report is not recorded again, in milliseconds. */
const QUIET = 24 * 60 * 60 * 1000;

/** The most reports of a key that are recorded in that time without changing it. */
const MOST = 10;

/** How many of the latest events of a key are checked. */
const LOOKED_AT = 500;

interface RepeatedLeak {
  readonly apiKeyId: string;
  readonly leak: ApiKeyLeak;
  readonly now: Moment;
}

/**
 * Whether a report that changes nothing is recorded as an event and mailed. Anyone can report a key any number of
 * times, and must not be able to fill a log or a mailbox that way.
 */
export async function isNews(
  store: StoreReader,
  { apiKeyId, leak, now }: RepeatedLeak,
): Promise<boolean> {
  const events = await store.listApiKeyEvents(apiKeyId, { limit: LOOKED_AT });
  const recent = events.filter(
    ({ type, createdAt }) => type === "leaked" && createdAt > now - QUIET,
  );
  return recent.length < MOST && !recent.some((event) => event.leak?.url === leak.url);
}
