import type { Environment, RateLimit } from "@sinkove/contract";
import type { FailedAuthentications } from "./access/failed-authentications.ts";
import type { NetworkBuckets } from "./access/network-buckets.ts";
import type { FindSession } from "./access/session.ts";
import type { Generation } from "./datasets/generation.ts";
import type { PublicAddress } from "./http/target.ts";
import type { FindGithubKey } from "./leaks/github-signature.ts";
import type { LogEntry } from "./log-entry.ts";
import type { People } from "./people/people.ts";
import type { Random } from "./random.ts";
import type { RequestLog } from "./requests/log.ts";
import type { Moment } from "./store/records.ts";
import type { Store } from "./store/store.ts";
import type { UsageRecorder } from "./usage/recorder.ts";
import type { WebhookUrlFault } from "./webhooks/url.ts";

/** Everything that handlers and rules may reach. */
export interface Services {
  readonly store: Store;
  readonly clock: () => Moment;
  /** Milliseconds on a clock that never goes back. */
  readonly monotonic: () => number;
  readonly random: Random;
  /** Signs download URLs. */
  readonly secret: string;
  /** Earlier secrets, which still verify download URLs. */
  readonly formerSecrets: readonly string[];
  readonly environment: Environment;
  readonly generation: Generation;
  /** The limit of every account, instead of its own. */
  readonly rateLimit: RateLimit | undefined;
  readonly failedAuthentications: FailedAuthentications;
  /** How many reports of leaked keys each network may send. */
  readonly leakReports: NetworkBuckets;
  readonly githubKeys: FindGithubKey | undefined;
  /** How many keys of an account may be neither revoked nor expired. */
  readonly apiKeyLimit: number;
  /** How many organizations an account may belong to. */
  readonly organizationLimit: number;
  readonly usage: UsageRecorder;
  readonly requests: RequestLog;
  readonly hash: (secret: string) => string | Promise<string>;
  readonly findSession: FindSession | undefined;
  readonly people: People | undefined;
  readonly webhookUrlFault: WebhookUrlFault;
  readonly docsUrl: string;
  readonly publicAddress: PublicAddress | undefined;
  readonly log: (entry: LogEntry) => void;
}
