/** The optional features of a target. */
export type Capability =
  /** The target's clock can be moved forward. */
  | "clock"
  /** The target creates accounts with given organizations, credits and limits. */
  | "accounts"
  /** The target creates people and signs them in. */
  | "people"
  /** The target is reached through a socket, so any bytes can be sent to it. */
  | "socket";

/** The world that a scenario needs. Targets without the capability `accounts` ignore it. */
export interface WorldOptions {
  /** The number of organizations. Default: 1. */
  readonly organizations?: number;
  /** The credits of the first organization. Default: enough. */
  readonly credits?: number;
  /** The limit of each key, in requests per minute. Default: enough. */
  readonly requestsPerMinute?: number;
}

/** A signed-in person. */
export interface Person {
  readonly accountId: string;
  readonly email: string | null;
  /** The `Cookie` header of the person's session. */
  readonly cookie: string;
}

/** The functions of a target with the capability `people`. */
export interface People {
  /** The person who owns the world's key and its organizations. */
  readonly owner: Person;
  /** Creates and signs in a person who belongs to no organization. */
  readonly newPerson: (options?: PersonOptions) => Promise<Person>;
  /** Ends the person's session. */
  readonly endSession: (person: Person) => void;
}

export interface PersonOptions {
  /** Default: a unique address. */
  readonly email?: string;
  /** Default: true. */
  readonly emailVerified?: boolean;
}

/** A separate account, with a key that has full access. */
export interface World {
  /** Sends a request to the API, whose origin is in {@link World.baseUrl}. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** An origin, without `/v1`. */
  readonly baseUrl: string;
  readonly key: string;
  readonly apiKeyId: string;
  /** The organizations of the account; at least one. */
  readonly organizationIds: readonly [string, ...string[]];
  /** Undefined without the capability `people`. */
  readonly people?: People;
  /** A public model that takes a `prompt`. */
  readonly modelId: string;
  /** The target's time, in milliseconds since 1970. */
  readonly now: () => number;
  /** Moves the clock forward. Does nothing without the capability `clock`. */
  readonly advanceClock: (milliseconds: number) => void;
}

/** An implementation of the contract to test. */
export interface Target {
  readonly capabilities: ReadonlySet<Capability>;
  /** Whether requests are fast enough to try every combination. */
  readonly isFast: boolean;
  readonly newWorld: (options?: WorldOptions) => Promise<World>;
  readonly close: () => Promise<void>;
}
