import type { FaultRule } from "../faults/fault-rule.ts";
import type { RateLimit } from "../world-options.ts";

/** What a world begins with, as a seed file describes it. */
export interface WorldSeed {
  readonly clock?: { readonly set?: string; readonly freeze?: boolean };
  /** Default: one, named Radiology. */
  readonly organizations?: readonly SeedOrganization[];
  readonly apiKeys?: readonly SeedApiKey[];
  readonly datasets?: readonly SeedDataset[];
  readonly faults?: readonly FaultRule[];
  readonly rateLimit?: RateLimit;
  /** Where the chances of faults begin. */
  readonly seed?: number;
}

export interface SeedOrganization {
  readonly name: string;
  /** Default: 10,000. */
  readonly credits?: number;
}

export interface SeedApiKey {
  readonly name: string;
  readonly secret: string;
  readonly scopes?: readonly string[];
  /** By their names. */
  readonly organizations?: readonly string[];
  readonly expiresAt?: string;
}

export interface SeedDataset {
  readonly args: object;
  readonly numSamples?: number;
  readonly modelId?: string;
  /** By its name. */
  readonly organization?: string;
  /** How long before the start it was created, as an ISO 8601 duration. */
  readonly age?: string;
}
