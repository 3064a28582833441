import type { Environment, RateLimit } from "@sinkove/contract";
import { createFailedAuthentications } from "./access/failed-authentications.ts";
import { createNetworkBuckets } from "./access/network-buckets.ts";
import type { FindSession } from "./access/session.ts";
import type { Generation } from "./datasets/generation.ts";
import { createPlannedGeneration } from "./datasets/planned-generation.ts";
import { sha256OfText } from "./encoding.ts";
import { notifyExpiring } from "./expiry/notify.ts";
import { type HttpHandler, toFetch } from "./http/messages.ts";
import { DOCS_URL } from "./http/problem.ts";
import { readPublicAddress } from "./http/target.ts";
import type { FindGithubKey } from "./leaks/github-signature.ts";
import type { LogEntry } from "./log-entry.ts";
import type { People } from "./people/people.ts";
import { createPipeline } from "./pipeline/pipeline.ts";
import { pooledRandom, type Random } from "./random.ts";
import { createRequestLog, type RequestLogLimits } from "./requests/log.ts";
import type { Services } from "./services.ts";
import type { Store } from "./store/store.ts";
import { createUsageRecorder } from "./usage/recorder.ts";
import { requireHttps, type WebhookUrlFault } from "./webhooks/url.ts";

/** Options of {@link createApi}. */
export interface ApiOptions {
  readonly store: Store;
  /** Signs download URLs: at least 32 characters that nobody can guess, the same on every node. */
  readonly secret: string;
  /** Secrets that signed download URLs before; these URLs stay valid. Default: none. */
  readonly formerSecrets?: readonly string[];
  /**
   * The environment of the keys that are accepted and issued: `live` for the service, `test` for
   * sandboxes.
   */
  readonly environment: Environment;
  /** Milliseconds since 1970. Default: `Date.now`. */
  readonly clock?: () => number;
  /** Milliseconds on a clock that never goes back, for durations. Default: `performance.now`. */
  readonly monotonic?: () => number;
  /** Default: `crypto.getRandomValues`. */
  readonly random?: Random;
  /** Default: {@link createPlannedGeneration}, which only depends on the clock. */
  readonly generation?: Generation;
  /** SHA-256 of a key in lower-case hexadecimal. Default: Node's `crypto.hash`, elsewhere Web Crypto. */
  readonly hash?: (secret: string) => string | Promise<string>;
  /** The base URL of the pages about error codes. Default: `https://docs.sinkove.com`. */
  readonly docsUrl?: string;
  /**
   * The URL at which clients reach the API: an origin, and a path if a proxy removes it. Default:
   * the origin of each request.
   */
  readonly publicUrl?: string;
  /** The limit of every account, instead of its own. */
  readonly rateLimit?: RateLimit;
  /**
   * How many look-ups of keys may fail for each network address; a request past that is refused before the look-up.
   * Applies to requests that come with an address. Default: 60 in 60 seconds.
   */
  readonly failedAuthentications?: RateLimit;
  /** How many leaked keys can be reported from each network address without a key. Default: 10 in 60 seconds. */
  readonly leakReports?: RateLimit;
  /** Finds GitHub's public keys, which sign its reports of leaked keys. Default: none, and no report is accepted. */
  readonly githubKeys?: FindGithubKey;
  /** How many keys of an account may be neither revoked nor expired; Infinity for any number. Default: 500. */
  readonly apiKeyLimit?: number;
  /** How many organizations an account may belong to; Infinity for any number. Default: 100. */
  readonly organizationLimit?: number;
  /** Finds the session of a person in a request without an `Authorization` header. Default: there are no sessions. */
  readonly findSession?: FindSession;
  /** How the host informs people. Default: not at all. */
  readonly people?: People;
  /**
   * Returns what is wrong with a well-formed URL of a webhook endpoint, or undefined if it is allowed. Default: refuses
   * URLs that do not begin with `https://`.
   */
  readonly webhookUrlFault?: WebhookUrlFault;
  /**
   * How much of the request log is kept: for how many days, and how many requests of each account, whichever is
   * first. A store in memory keeps 10,000 of all accounts. Default: 30 days and 1,000,000 requests.
   */
  readonly requestLog?: RequestLogLimits;
  /** Called with an entry for each request and each failure. Entries contain no secrets. Default: ignores them. */
  readonly log?: (entry: LogEntry) => void;
}

/** The API. */
export interface Api {
  /** Handles a request. It never rejects. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** The same for servers, without `Request` and `Response`. It never rejects. */
  readonly handle: HttpHandler;
  /** Writes the usage and the requests that are buffered in memory. The host calls it every second. */
  readonly flush: () => Promise<void>;
  /** Creates the due notices of expiring keys, as events and mails. The host calls it every minute. */
  readonly notifyExpiring: () => Promise<void>;
  /** Flushes, then closes the store. */
  readonly close: () => Promise<void>;
}

/**
 * Makes the API: a fetch handler that a server, a test or a service worker can call.
 *
 * @throws TypeError when a secret is too short
 * @example
 * const api = createApi({ store: createMemoryStore(), secret, environment: "test" });
 * const response = await api.fetch(new Request("http://localhost/v1/me", { headers }));
 */
export function createApi(options: ApiOptions): Api {
  const { secret: newest, formerSecrets: former = [] } = options;
  if ([newest, ...former].some(({ length }) => length < 32)) {
    throw new TypeError(
      "Each secret must have at least 32 characters. Make one from random bytes.",
    );
  }
  const services = servicesOf(options);
  const handle = createPipeline(services);
  const { store } = services;
  return {
    handle,
    fetch: toFetch(handle),
    flush: () => flush(services),
    notifyExpiring: () => notifyExpiring(services),
    close: async () => {
      try {
        await flush(services);
      } finally {
        await store.close();
      }
    },
  };
}

/** Writes both, even if the first fails. */
async function flush({ usage, requests }: Services): Promise<void> {
  const outcomes = await Promise.allSettled([usage.flush(), requests.flush()]);
  for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
}

/** The default limit of failed look-ups for one network address. */
const FAILURES: RateLimit = { limit: 60, windowSeconds: 60 };
const LEAK_REPORTS: RateLimit = { limit: 10, windowSeconds: 60 };
const REQUEST_LOG: RequestLogLimits = { days: 30, rows: 1_000_000 };

function servicesOf(options: ApiOptions): Services {
  const { publicUrl, failedAuthentications = FAILURES, ...others } = options;
  const { leakReports = LEAK_REPORTS, ...rest } = others;
  const { requestLog = REQUEST_LOG, store, clock = Date.now, log = () => {} } = rest;
  return {
    random: pooledRandom((bytes) => crypto.getRandomValues(bytes)),
    monotonic: () => performance.now(),
    generation: createPlannedGeneration(),
    hash: sha256OfText,
    docsUrl: DOCS_URL,
    publicAddress: publicUrl === undefined ? undefined : readPublicAddress(publicUrl),
    rateLimit: undefined,
    findSession: undefined,
    people: undefined,
    githubKeys: undefined,
    formerSecrets: [],
    apiKeyLimit: 500,
    organizationLimit: 100,
    webhookUrlFault: requireHttps,
    ...rest,
    clock,
    log,
    failedAuthentications: createFailedAuthentications(failedAuthentications),
    leakReports: createNetworkBuckets(leakReports),
    usage: createUsageRecorder(store),
    requests: createRequestLog({ ...requestLog, store, clock, log }),
  };
}
