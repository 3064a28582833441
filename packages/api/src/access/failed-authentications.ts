import type { RateLimit } from "@sinkove/contract";
import type { HttpRequest } from "../http/messages.ts";
import type { BucketLevel } from "../store/rate-limits.ts";
import type { Moment } from "../store/records.ts";
import { createNetworkBuckets, forgetOldest } from "./network-buckets.ts";

/** A request that presents a key. */
export interface Authentication {
  /** SHA-256 of the key. */
  readonly hash: string;
  readonly now: Moment;
  /** Its network is read only if it matters. */
  readonly request: Pick<HttpRequest, "network">;
  /** Whether `begin` has reserved a failure for it. */
  isReserved: boolean;
}

/** Limits how many look-ups of keys may fail for each network. */
export interface FailedAuthentications {
  /**
   * Reserves a failure before the look-up, unless the key was accepted recently.
   *
   * @returns the level of an empty bucket if the look-up must not be made; undefined if it may be made
   */
  begin(authentication: Authentication): BucketLevel | undefined;
  /** The key was accepted: nothing is counted. */
  accept(authentication: Authentication): void;
  /** The key was refused: the reserved failure counts. */
  refuse(authentication: Authentication): void;
  /** The database did not answer: nothing is counted. */
  abandon(authentication: Authentication): void;
}

/**
 * Only failures count, so that everyone else behind the same address is served: keys that were accepted recently are
 * looked up even while the bucket is empty. A key that is new to this process then waits for the bucket.
 */
export function createFailedAuthentications(policy: RateLimit): FailedAuthentications {
  const accepted = new Set<string>();
  const buckets = createNetworkBuckets(policy);
  const add = (network: string | undefined, now: Moment, tokens: number): void => {
    if (network !== undefined) buckets.add(network, now, tokens);
  };
  const giveBack = ({ request, now, isReserved }: Authentication): void => {
    if (isReserved) add(request.network, now, 1);
  };
  return {
    begin(authentication) {
      const { hash, request, now } = authentication;
      if (accepted.has(hash)) return undefined;
      const { network } = request;
      if (network === undefined) return undefined;
      const level = buckets.levelAt(network, now);
      if (level.tokens < 1) return level;
      add(network, now, -1);
      authentication.isReserved = true;
      return undefined;
    },
    accept(authentication) {
      if (!authentication.isReserved) return;
      accepted.add(authentication.hash);
      forgetOldest(accepted);
      giveBack(authentication);
    },
    refuse({ hash, request, now, isReserved }) {
      accepted.delete(hash);
      if (!isReserved) add(request.network, now, -1);
    },
    abandon: giveBack,
  };
}
