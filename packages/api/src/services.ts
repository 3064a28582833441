import type { Environment, ErrorCode, RateLimit } from "@sinkove/contract";
import type { Generation } from "./datasets/generation.ts";
import type { FailedAuthentications } from "./failed-authentications.ts";
import type { People } from "./people/people.ts";
import type { RefusalReason } from "./problem.ts";
import type { Random } from "./random.ts";
import type { Correlation } from "./requests/correlation.ts";
import type { RequestLog } from "./requests/log.ts";
import type { FindSession } from "./session.ts";
import type { Moment } from "./store/records.ts";
import type { Store } from "./store/store.ts";
import type { PublicPlace } from "./target.ts";
import type { UsageRecorder } from "./usage/recorder.ts";

/** Something worth a line in the log; holds no secret. */
export interface LogEntry extends Correlation {
  readonly level: "info" | "error";
  readonly message: string;
  readonly requestId?: string;
  readonly method?: string;
  readonly operationId?: string | undefined;
  /** Of the key that was presented, also if it was refused. */
  readonly apiKeyId?: string | undefined;
  /** Of the person who was signed in. */
  readonly accountId?: string | undefined;
  /** Of a key that is well-formed and unknown: as far as four of its random characters. */
  readonly keyPrefix?: string | undefined;
  /** The client's. */
  readonly address?: string | undefined;
  /** Of the error. */
  readonly code?: ErrorCode | undefined;
  /** What refused the request, if the code does not say it. */
  readonly reason?: RefusalReason | undefined;
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
  readonly failedAuthentications: FailedAuthentications;
  /** How many keys of an account may be neither revoked nor expired. */
  readonly apiKeyLimit: number;
  readonly usage: UsageRecorder;
  readonly requests: RequestLog;
  readonly hash: (secret: string) => string | Promise<string>;
  readonly findSession: FindSession | undefined;
  readonly people: People | undefined;
  readonly docsUrl: string;
  readonly publicPlace: PublicPlace | undefined;
  readonly log: (entry: LogEntry) => void;
}
