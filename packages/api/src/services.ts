import type { Environment, RateLimit } from "@sinkove/contract";
import type { Generation } from "./datasets/generation.ts";
import type { Random } from "./random.ts";
import type { RateLimiter } from "./rate-limit.ts";
import type { Moment } from "./store/records.ts";
import type { Store } from "./store/store.ts";
import type { PublicPlace } from "./target.ts";
import type { UsageRecorder } from "./usage/recorder.ts";

/** Something worth a line in the log; holds no secret. */
export interface LogEntry {
  readonly level: "info" | "error";
  readonly message: string;
  readonly requestId?: string;
  readonly method?: string;
  readonly operationId?: string | undefined;
  readonly apiKeyId?: string | undefined;
  readonly status?: number;
  /** From the request's arrival until its answer is there, in milliseconds. */
  readonly durationMs?: number;
  readonly error?: string;
}

/** Everything that handlers and rules may reach. */
export interface Services {
  readonly store: Store;
  readonly clock: () => Moment;
  /** Milliseconds on a clock that never goes back. */
  readonly monotonic: () => number;
  readonly random: Random;
  /** Signs download URLs. */
  readonly secret: string;
  readonly environment: Environment;
  readonly generation: Generation;
  /** Of every account, whatever its own is. */
  readonly rateLimit: RateLimit | undefined;
  readonly rateLimiter: RateLimiter;
  readonly usage: UsageRecorder;
  readonly hash: (secret: string) => string | Promise<string>;
  readonly docsUrl: string;
  readonly publicPlace: PublicPlace | undefined;
  readonly log: (entry: LogEntry) => void;
}
