import type {
  ApiKeyEventType,
  ApiKeyLeak,
  DatasetArgs,
  Environment,
  ErrorCode,
  LeakPolicy,
  MemberRole,
  RateLimit,
  Scope,
} from "@sinkove/contract";

/** Moments are milliseconds since 1970, as the clock gives them. */
export type Moment = number;

/** A person's account, or one that is only used with API keys. */
export interface AccountRecord {
  readonly id: string;
  readonly name: string;
  readonly rateLimit: RateLimit;
  /** As the person wrote it. Two accounts never have the same address, see `addressKey`. */
  readonly email: string | null;
  readonly emailVerified: boolean;
  /** Null if it was not recorded. */
  readonly createdAt: Moment | null;
  /** When the person deleted it. Its row stays, because other rows refer to it. */
  readonly deletedAt: Moment | null;
  /** Since when an operator has suspended it: its keys and its person are refused. */
  readonly suspendedAt: Moment | null;
}

/** The members of an account that can change. */
export type AccountChanges = Partial<
  Pick<
    AccountRecord,
    "name" | "email" | "emailVerified" | "deletedAt" | "suspendedAt" | "rateLimit"
  >
>;

/** A person's place in an organization. */
export interface MembershipRecord {
  readonly accountId: string;
  readonly organizationId: string;
  readonly role: MemberRole;
  /** Null if it was not recorded. */
  readonly joinedAt: Moment | null;
}

/** An offer to join an organization. An expired one stays until the address is invited again. */
export interface InvitationRecord {
  readonly id: string;
  readonly organizationId: string;
  /** As the inviter wrote it. */
  readonly email: string;
  readonly role: MemberRole;
  /** SHA-256 of the token, in lower-case hexadecimal. */
  readonly hash: string;
  readonly createdAt: Moment;
  readonly expiresAt: Moment;
  /** The key that was presented, or null. */
  readonly createdByApiKeyId: string | null;
  /** The person who was signed in, or null. */
  readonly createdByAccountId: string | null;
}

export interface OrganizationRecord {
  readonly id: string;
  readonly name: string;
  /** The sum of its credit entries, without refunds of failed datasets that are still due. */
  readonly credits: number;
  readonly createdAt: Moment;
  /** What happens to its keys when they leak. */
  readonly leakPolicy: LeakPolicy;
  /** Fewer credits than this are low; null if the balance is never low. */
  readonly lowCreditsThreshold: number | null;
  /** When its owners last got an email about it; null if they have not, or since credits were given. */
  readonly lowCreditsMailedAt: Moment | null;
}

/** An organization at first. */
export const NEW_ORGANIZATION: Pick<
  OrganizationRecord,
  "credits" | "lowCreditsThreshold" | "lowCreditsMailedAt"
> = { credits: 0, lowCreditsThreshold: null, lowCreditsMailedAt: null };

/** The members of an organization that can change. */
export type OrganizationChanges = Partial<
  Pick<OrganizationRecord, "name" | "leakPolicy" | "lowCreditsThreshold" | "lowCreditsMailedAt">
>;

/** A stored key: its SHA-256, and the parts by which people recognize it. */
export interface ApiKeyRecord {
  readonly id: string;
  readonly accountId: string;
  readonly hash: string;
  readonly name: string;
  readonly prefix: string;
  readonly last4: string;
  readonly environment: Environment;
  readonly scopes: readonly Scope[];
  readonly organizationIds: readonly string[] | null;
  readonly enabled: boolean;
  readonly createdAt: Moment;
  readonly expiresAt: Moment | null;
  readonly lastUsedAt: Moment | null;
  readonly revokedAt: Moment | null;
  readonly rotatedAt: Moment | null;
  /** The key that issued it; null if a person or an operator did, or if it is not known. */
  readonly createdByApiKeyId: string | null;
  /** The person who issued it; null if a key or an operator did. */
  readonly createdByAccountId: string | null;
  readonly rotatedFromId: string | null;
  readonly rotatedToId: string | null;
  /** The key's own limit; null if only that of its account applies. */
  readonly rateLimit: KeyRateLimit | null;
}

/** The own limit of a key. */
export interface KeyRateLimit extends RateLimit {
  /** The key whose bucket is used. Default: the key itself. */
  readonly bucketId?: string;
}

/** The members of a key that can change after it was issued. */
export type ApiKeyChanges = Partial<
  Pick<
    ApiKeyRecord,
    | "name"
    | "scopes"
    | "organizationIds"
    | "enabled"
    | "expiresAt"
    | "revokedAt"
    | "rotatedAt"
    | "rotatedToId"
    | "rateLimit"
  >
>;

export interface ApiKeyEventRecord {
  readonly id: string;
  readonly apiKeyId: string;
  readonly type: ApiKeyEventType;
  readonly createdAt: Moment;
  readonly actorApiKeyId: string | null;
  /** The person who was signed in; null if a key was presented. */
  readonly actorAccountId: string | null;
  readonly requestId: string | null;
  readonly changes: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;
  /** The report that is the reason for the event. The actor is the service then. */
  readonly leak: Readonly<ApiKeyLeak> | null;
  /** The expiry that the event announces. The actor is the service then. */
  readonly expiry: ExpiryNotice | null;
}

/** A notice before a key expires. */
export interface ExpiryNotice {
  readonly expiresAt: Moment;
  /** Which of the notices it is, in days before the expiry. */
  readonly daysBefore: number;
}

export interface ModelRecord {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  /** Null for a public model. */
  readonly organizationId: string | null;
  readonly modality: string;
  readonly imageSize: { readonly width: number; readonly height: number };
  readonly maxSamples: number;
  readonly argsSchema: Readonly<Record<string, unknown>>;
  readonly modelCard: string;
  readonly createdAt: Moment;
}

/**
 * The facts of a generation. A moment may lie in the future: then it is a plan, and the state follows
 * from it and the clock.
 */
export interface GenerationFacts {
  readonly startedAt: Moment | null;
  readonly finishedAt: Moment | null;
  /** When the archive is removed. */
  readonly expiresAt: Moment | null;
  readonly failureReason: string | null;
  /** The size of the archive, in bytes. */
  readonly size: number;
  /** The SHA-256 of the archive, in hexadecimal. */
  readonly sha256: string | null;
}

/** The state of a generation by workers. A planned generation has none. */
export interface JobFacts {
  /** How many times a worker has started. */
  readonly attempts: number;
  /** How many of these ended with an error of the service. */
  readonly errors: number;
  readonly samplesDone: number;
  /** Names the lease that a worker holds; null if none does. */
  readonly leaseToken: string | null;
  /** Until when no other worker may start. */
  readonly leaseExpiresAt: Moment | null;
  /** Where in the archive store the archive is, or is being written. */
  readonly archive: string | null;
}

/** The state before a worker has started. */
export const UNTOUCHED_JOB: JobFacts = {
  attempts: 0,
  errors: 0,
  samplesDone: 0,
  leaseToken: null,
  leaseExpiresAt: null,
  archive: null,
};

/** The facts before anything is generated. */
export const UNFINISHED: GenerationFacts = {
  startedAt: null,
  finishedAt: null,
  expiresAt: null,
  failureReason: null,
  size: 0,
  sha256: null,
};

export interface DatasetRecord extends GenerationFacts, JobFacts {
  readonly id: string;
  readonly metadataId: string;
  readonly modelId: string;
  readonly organizationId: string;
  /** The account that requested it. */
  readonly ownerId: string;
  readonly numSamples: number;
  readonly args: DatasetArgs;
  readonly createdAt: Moment;
  /** Whether the credits of a failed generation are in the organization's balance again. */
  readonly refunded: boolean;
}

/** The stored response to a request with an Idempotency-Key. */
export interface IdempotencyRecord {
  readonly accountId: string;
  readonly key: string;
  /** Who received the response: the id of the API key, or of the session. */
  readonly holderId: string;
  readonly organizationId: string | null;
  /** SHA-256 of method, path and body. */
  readonly fingerprint: string;
  readonly status: number;
  readonly location: string | null;
  /** The body's text; if it has a secret, encrypted for the API key or the session that received it. */
  readonly body: string;
  readonly encrypted: boolean;
  readonly createdAt: Moment;
}

/** Requests of one key, hour, operation and class of status. */
export interface UsageRecord {
  readonly accountId: string;
  readonly apiKeyId: string;
  readonly hour: Moment;
  readonly operationId: string;
  readonly statusClass: string;
  readonly requests: number;
}

/** Requests of one interval, operation and class of status, of all keys in the filter. */
export interface UsageSum extends Pick<UsageRecord, "operationId" | "statusClass" | "requests"> {
  /** The index of the interval, from 0. */
  readonly place: number;
}

/** Who can make a request. */
export type ActorType = "api_key" | "person";

/** A request whose account is known, accepted or refused. It has no body, no query and no secret. */
export interface RequestRecord {
  readonly id: string;
  readonly accountId: string;
  /** When it arrived. */
  readonly createdAt: Moment;
  readonly actorType: ActorType;
  /** The id of the API key or of the person. */
  readonly actorId: string;
  /** Null for a person. */
  readonly apiKeyId: string | null;
  readonly method: string;
  readonly operationId: string;
  /** The template of the path. */
  readonly path: string;
  readonly status: number;
  /** Such as `4xx`. */
  readonly statusClass: string;
  readonly code: ErrorCode | null;
  /** Why it was refused, if the code does not say so. */
  readonly reason: string | null;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly durationMs: number;
}
