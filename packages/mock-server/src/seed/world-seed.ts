import type { FaultRule } from "../faults/fault-rule.ts";
import type { RateLimit } from "../world-options.ts";

/** The initial contents of a world, in the form of a seed file. */
export interface WorldSeed {
  readonly clock?: { readonly set?: string; readonly freeze?: boolean };
  /** Default: one organization named Radiology. */
  readonly organizations?: readonly SeedOrganization[];
  readonly apiKeys?: readonly SeedApiKey[];
  readonly datasets?: readonly SeedDataset[];
  readonly faults?: readonly FaultRule[];
  readonly rateLimit?: RateLimit;
  /** The seed of the random numbers that faults use. */
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
  /** The names of the organizations that the key may use. */
  readonly organizations?: readonly string[];
  readonly expiresAt?: string;
}

export interface SeedDataset {
  readonly args: object;
  readonly numSamples?: number;
  readonly modelId?: string;
  /** The name of the organization. Default: the first one. */
  readonly organization?: string;
  /** How long before the start the dataset was created, as an ISO 8601 duration. */
  readonly age?: string;
}
