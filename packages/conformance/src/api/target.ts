/** What a target can do beyond answering requests. */
export type Capability =
  /** Its clock can be moved forward. */
  | "clock"
  /** It makes accounts with the organizations, credits and limits that a scenario asks for. */
  | "accounts"
  /** It is reached over a socket, so that any bytes can be sent to it. */
  | "socket";

/** What a scenario asks of its world; a target that has not the capability `accounts` ignores it. */
export interface WorldOptions {
  /** How many organizations the account has. Default: 1. */
  readonly organizations?: number;
  /** Credits of the first organization. Default: enough. */
  readonly credits?: number;
  /** Requests a minute of each key. Default: enough. */
  readonly requestsPerMinute?: number;
}

/** An account of its own, with a key that has full access. */
export interface World {
  /** Answers a request; the API's own origin is in {@link World.baseUrl}. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** An origin, with no `/v1`. */
  readonly baseUrl: string;
  readonly key: string;
  readonly apiKeyId: string;
  /** The organizations of the account, at least one. */
  readonly organizationIds: readonly [string, ...string[]];
  /** A public model that takes a `prompt`. */
  readonly modelId: string;
  /** Milliseconds since 1970, on the target's clock. */
  readonly now: () => number;
  /** Moves the clock; does nothing without the capability `clock`. */
  readonly advanceClock: (milliseconds: number) => void;
}

/** An implementation of the contract that is to be judged. */
export interface Target {
  readonly capabilities: ReadonlySet<Capability>;
  /** Whether a request costs so little that every combination can be tried. */
  readonly isFast: boolean;
  readonly newWorld: (options?: WorldOptions) => Promise<World>;
  readonly close: () => Promise<void>;
}
