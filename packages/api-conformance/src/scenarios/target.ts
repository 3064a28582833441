/** What a target can do beyond answering requests. */
export type Capability =
  /** Its clock can be moved forward. */
  | "clock"
  /** It makes accounts with the organizations, credits and limits that a scenario asks for. */
  | "accounts"
  /** It makes people, and signs them in. */
  | "people"
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

/** A person who is signed in. */
export interface Person {
  readonly accountId: string;
  readonly email: string | null;
  /** The `Cookie` header of the person's session. */
  readonly cookie: string;
}

/** What a target with the capability `people` can do. */
export interface People {
  /** The person whom the world's key belongs to: the owner of its organizations. */
  readonly owner: Person;
  /** Makes a person who belongs to no organization, and signs them in. */
  readonly newPerson: (options?: PersonOptions) => Promise<Person>;
  /** Ends the person's session. */
  readonly endSession: (person: Person) => void;
}

export interface PersonOptions {
  /** Default: one that nobody else has. */
  readonly email?: string;
  /** Default: true. */
  readonly emailVerified?: boolean;
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
  /** Undefined without the capability `people`. */
  readonly people?: People;
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
