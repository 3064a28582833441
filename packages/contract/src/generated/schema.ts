// Generated from the contract. Do not edit; run `npm run generate`.
/**
 * A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation.
 */
export type Uuid = string;
/** A token bucket of `limit` requests that refills evenly over `windowSeconds`. */
export interface RateLimit {
    /** How many requests the bucket holds. At least 1. */
    limit: number;
    /** In how many seconds an empty bucket is full again. At least 1. */
    windowSeconds: number;
}
/** A person. API keys belong to an account. */
export interface Account {
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    id: Uuid;
    /** The person's name. */
    name: string;
    /** The person's email address; null if the account has none. */
    email: string | null;
    /** Whether the person has confirmed the email address. */
    emailVerified: boolean;
    /**
     * When the account was created; null if that was not recorded.
     */
    createdAt: string | null;
    /** The limit that all keys of the account share. */
    rateLimit: RateLimit;
}
/** What the key is for, in your own words; one key per application. No control characters, not blank. */
export type ApiKeyName = string;
/**
 * The environment of a key; `live` for the service, `test` for sandboxes.
 */
export type Environment = "live" | "test";
/**
 * What an API key or a session may do.
 */
export type Scope = "api_keys:read" | "api_keys:write" | "datasets:read" | "datasets:write" | "members:read" | "members:write" | "models:read" | "organizations:read" | "organizations:write" | "requests:read" | "usage:read" | "webhooks:read" | "webhooks:write";
/** What the key may do. */
export type ApiKeyScopes = Scope[];
/** The organizations that the key is limited to. Null means all organizations of the account, including those that it joins later. */
export type ApiKeyOrganizations = Uuid[] | null;
/**
 * What a key is worth now, computed from its facts and the clock.
 */
export type ApiKeyStatus = "active" | "disabled" | "expired" | "revoked";
/**
 * A moment in UTC (RFC 3339).
 */
export type Timestamp = string;
/** Who did something. */
export interface Actor {
    /**
     * What kind of actor it is. `api_key` is an API key of the account, `person` a person who is signed in. New types may be added.
     */
    type: "api_key" | "person";
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    id: Uuid;
}
/** An API key, without its secret. */
export interface ApiKey {
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    id: Uuid;
    /** What the key is for, in your own words; one key per application. No control characters, not blank. 1 to 100 characters. */
    name: ApiKeyName;
    /** The secret's beginning, as far as four of its random characters, to recognise it by. */
    prefix: string;
    /** The secret's last four characters. Exactly 4 characters. */
    last4: string;
    /** The environment of a key; `live` for the service, `test` for sandboxes. */
    environment: Environment;
    /** What the key may do. At least 1 item. No item twice. */
    scopes: ApiKeyScopes;
    /** The organizations that the key is limited to. Null means all organizations of the account, including those that it joins later. 1 to 100 items. No item twice. */
    organizationIds: ApiKeyOrganizations;
    /** What a key is worth now, computed from its facts and the clock. */
    status: ApiKeyStatus;
    /** Whether the key is switched on. */
    enabled: boolean;
    /** A moment in UTC (RFC 3339). */
    createdAt: Timestamp;
    /**
     * When the key stops working; null for never.
     */
    expiresAt: string | null;
    /**
     * When the key was last accepted, to within a few seconds; null if never.
     */
    lastUsedAt: string | null;
    /**
     * When the key was revoked; null if it was not.
     */
    revokedAt: string | null;
    /** The API key or the person that issued this one, by creating it or by rotating another key. Null if an operator of the service issued it, or if there is no record of who did. */
    createdBy: Actor | null;
    /**
     * The key that this one succeeds.
     */
    rotatedFromId: string | null;
    /**
     * The key that succeeds this one.
     */
    rotatedToId: string | null;
    /** The key's own limit if it has one, otherwise that of its account, which all keys of the account share. */
    rateLimit: RateLimit;
}
/**
 * What a person may do in an organization.
 */
export type MemberRole = "owner" | "member";
/**
 * What happens to an API key that was found where others can read it. A key that reaches several organizations follows
 *     the strictest of their policies: `revoke`, then `disable`, then `notify`. A key that reaches none is revoked.
 */
export type LeakPolicy = "revoke" | "disable" | "notify";
/**
 * The organization's credits are low while it has fewer than this. When they become low, the organization's webhook
 *     endpoints get `credits.low` and its owners get an email. Null means that nobody is told.
 */
export type LowCreditsThreshold = number | null;
/** A group of people, models and datasets. */
export interface Organization {
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    id: Uuid;
    /** The organization's name. */
    name: string;
    /** How many samples the organization may still generate. At least 0. */
    credits: number;
    /** The role that the account has in the organization. */
    role: MemberRole;
    /** What happens to an API key that was found where others can read it. A key that reaches several organizations follows the strictest of their policies: `revoke`, then `disable`, then `notify`. A key that reaches none is revoked. */
    leakPolicy: LeakPolicy;
    /** The organization's credits are low while it has fewer than this. When they become low, the organization's webhook endpoints get `credits.low` and its owners get an email. Null means that nobody is told. 1 to 1000000000. */
    lowCreditsThreshold: LowCreditsThreshold;
}
/** The account that the API key or the session belongs to, and what it reaches. */
export interface Me {
    /** A person. API keys belong to an account. */
    account: Account;
    /** The presented API key; null for a session. */
    apiKey: ApiKey | null;
    /** The organizations that the API key or the session reaches. */
    organizations: Organization[];
}
/**
 * The stable, machine-readable name of an error. New codes may be added.
 */
export type ErrorCode = "INVALID_REQUEST" | "INVALID_API_KEY" | "INVALID_SESSION" | "API_KEY_EXPIRED" | "API_KEY_REVOKED" | "API_KEY_DISABLED" | "INSUFFICIENT_CREDITS" | "PERMISSION_DENIED" | "NOT_FOUND" | "API_KEY_NOT_FOUND" | "DATASET_NOT_FOUND" | "DOWNLOAD_NOT_FOUND" | "INVITATION_NOT_FOUND" | "MEMBER_NOT_FOUND" | "MODEL_NOT_FOUND" | "REQUEST_NOT_FOUND" | "WEBHOOK_DELIVERY_NOT_FOUND" | "WEBHOOK_ENDPOINT_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "NOT_ACCEPTABLE" | "ALREADY_MEMBER" | "API_KEY_ALREADY_REVOKED" | "API_KEY_ALREADY_ROTATED" | "API_KEY_LIMIT_REACHED" | "DATASET_NOT_READY" | "IDEMPOTENCY_CONFLICT" | "INVITATION_LIMIT_REACHED" | "LAST_OWNER" | "ORGANIZATION_LIMIT_REACHED" | "ORGANIZATION_NOT_EMPTY" | "WEBHOOK_ENDPOINT_DISABLED" | "WEBHOOK_ENDPOINT_LIMIT_REACHED" | "DATASET_EXPIRED" | "DOWNLOAD_EXPIRED" | "DOWNLOAD_REVOKED" | "INVITATION_EXPIRED" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "RANGE_NOT_SATISFIABLE" | "VALIDATION_ERROR" | "INVALID_MODEL" | "IDEMPOTENCY_KEY_REUSED" | "RATE_LIMIT_EXCEEDED" | "INTERNAL_ERROR" | "SERVICE_UNAVAILABLE";
/**
 * Why a presented API key is not valid (only with the code `INVALID_API_KEY`).
 */
export type InvalidApiKeyReason = "missing" | "wrong_scheme" | "placeholder" | "whitespace" | "malformed" | "checksum_mismatch" | "wrong_environment" | "unknown";
/** One way in which a request breaks the contract. */
export interface Violation {
    /** A JSON Pointer (RFC 6901) into the body, or the name of a parameter. */
    pointer: string;
    /** The violation, and how to correct it. */
    detail: string;
    /** The JSON Schema keyword that was broken, such as `required`. */
    keyword: string;
}
/** An error (RFC 9457). */
export interface Problem {
    /**
     * The address of this code's page in the documentation.
     */
    type: string;
    /** What kind of error this is; the same for every error of this code. */
    title: string;
    /** The HTTP status. 400 to 599. */
    status: number;
    /** What went wrong this time, and what to do about it. */
    detail: string;
    /**
     * The path of the request, without its query.
     */
    instance: string;
    /** The stable, machine-readable name of an error. New codes may be added. */
    code: ErrorCode;
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    requestId: Uuid;
    /** Why a presented API key is not valid (only with the code `INVALID_API_KEY`). */
    reason?: InvalidApiKeyReason;
    /** The scopes that the operation needs (with `PERMISSION_DENIED`). */
    requiredScopes?: Scope[];
    /** Every violation of the request (with `VALIDATION_ERROR`). */
    errors?: Violation[];
    /** How many seconds to wait before trying again; the same as `Retry-After`. At least 0. */
    retryAfterSeconds?: number;
}
/**
 * A limit for this key, beside the account's, so that one program cannot use up what the others share. The key's successor
 *     and the keys that it makes count against the same limit. It must not allow more requests per second than the account's.
 *     A key with a limit of its own can lower limits only. Null for no limit but the account's.
 */
export type OwnRateLimit = {
    /** How many requests the bucket holds. 1 to 1000000. */
    limit: number;
    /** In how many seconds an empty bucket is full again. 1 to 86400. */
    windowSeconds: number;
} | null;
/** The key to issue. */
export interface CreateApiKeyRequest {
    /** What the key is for, in your own words; one key per application. No control characters, not blank. 1 to 100 characters. */
    name: ApiKeyName;
    /** What the new key may do. If absent, everything that the presented key may do. At least 1 item. No item twice. */
    scopes?: ApiKeyScopes;
    /** The organizations to limit the new key to. If absent or null, those of the presented key. 1 to 100 items. No item twice. */
    organizationIds?: ApiKeyOrganizations;
    /**
     * When the key stops working, in the future and no later than the presented key. If absent or null, when the presented key stops working.
     */
    expiresAt?: string | null;
    /** A limit of the new key's own. If absent or null, that of the presented key, which usually has none. */
    rateLimit?: OwnRateLimit;
}
/** A key that was just issued, with its secret. The secret is shown once and cannot be retrieved again. */
export interface IssuedApiKey extends ApiKey {
    /** The whole key, to be sent as `Authorization: Bearer …`. Store it safely, now. */
    secret: string;
}
/** An API key that was found, and where. */
export interface ReportApiKeyLeakRequest {
    /** The key, whole. 1 to 1000 characters. */
    apiKey: string;
    /** The place where it was found. The owners of the key see it. 1 to 2000 characters. */
    url?: string | null;
}
/** The members to change; those that are absent stay as they are. */
export interface UpdateApiKeyRequest {
    /** What the key is for, in your own words; one key per application. No control characters, not blank. 1 to 100 characters. */
    name?: ApiKeyName;
    /** False refuses the key until it is set to true again. */
    enabled?: boolean;
    /** What the key may do. At least 1 item. No item twice. */
    scopes?: ApiKeyScopes;
    /** The organizations that the key is limited to. Null means all organizations of the account, including those that it joins later. 1 to 100 items. No item twice. */
    organizationIds?: ApiKeyOrganizations;
    /**
     * When the key stops working; a moment in the past stops it at once; null for never.
     */
    expiresAt?: string | null;
    /** A limit for this key, beside the account's, so that one program cannot use up what the others share. The key's successor and the keys that it makes count against the same limit. It must not allow more requests per second than the account's. A key with a limit of its own can lower limits only. Null for no limit but the account's. */
    rateLimit?: OwnRateLimit;
}
/** How to hand over from the old key to its successor. */
export interface RotateApiKeyRequest {
    /**
     * How many seconds the old key keeps working beside its successor, from 0 to 30 days, but not beyond its own `expiresAt`. 0 to 2592000. Default: 86400.
     * @default 86400
     */
    gracePeriodSeconds?: number;
}
/** What to revoke besides the key itself. */
export interface RevokeApiKeyRequest {
    /**
     * Whether to revoke the key's descendants as well: the keys that it created, the keys that those created and so on, and the successors of each. Default: false.
     * @default false
     */
    descendants?: boolean;
}
/** A key that was revoked, and the keys that were revoked with it. */
export interface RevokedApiKey extends ApiKey {
    /** The descendants that this request revoked, newest first. Empty unless the request asked for them. */
    revokedDescendants: ApiKey[];
}
/**
 * The length of a usage bucket, in UTC.
 */
export type UsageInterval = "hour" | "day";
/** The requests of one interval. */
export interface UsageBucket {
    /** A moment in UTC (RFC 3339). */
    start: Timestamp;
    /** How many requests were answered. At least 0. */
    requests: number;
    /** How many requests were answered with each class of status, such as `2xx`. */
    byStatusClass: {
        [key: string]: number;
    };
    /** How many requests were made of each operation, by `operationId`. */
    byOperation: {
        [key: string]: number;
    };
}
/** Requests over time. Intervals with no requests are there too, with zeros. */
export interface Usage {
    /** A moment in UTC (RFC 3339). */
    from: Timestamp;
    /** A moment in UTC (RFC 3339). */
    to: Timestamp;
    /** The length of a usage bucket, in UTC. */
    interval: UsageInterval;
    /**
     * When a request was last accepted; null if never.
     */
    lastUsedAt: string | null;
    /** Oldest first. */
    buckets: UsageBucket[];
}
/**
 * What happened to a key. `leaked`: it was reported as found where others can read it; what follows from that, such as
 *     `revoked`, is an event of its own. `expiring`: a notice 30, 7 or 1 days before its expiry. New types may be added.
 */
export type ApiKeyEventType = "created" | "updated" | "enabled" | "disabled" | "rotated" | "revoked" | "expiring" | "leaked";
/** A report that a key was found where others can read it. */
export interface ApiKeyLeak {
    /**
     * Who reported it. `github` is GitHub's secret scanning, whose signature was verified; `anyone` is somebody unknown. New reporters may be added.
     */
    reportedBy: "github" | "anyone";
    /** The place where it was found, according to the reporter; null if the reporter did not say. Any key in it is redacted. */
    url: string | null;
}
/** A notice that a key is about to expire. */
export interface ApiKeyExpiryNotice {
    /** A moment in UTC (RFC 3339). */
    expiresAt: Timestamp;
    /** Which notice it is: 30, 7 or 1 days before the expiry. At least 1. */
    daysBefore: number;
}
/** One thing that happened to a key, for an audit. */
export interface ApiKeyEvent {
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    id: Uuid;
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    apiKeyId: Uuid;
    /** What happened to a key. `leaked`: it was reported as found where others can read it; what follows from that, such as `revoked`, is an event of its own. `expiring`: a notice 30, 7 or 1 days before its expiry. New types may be added. */
    type: ApiKeyEventType;
    /** A moment in UTC (RFC 3339). */
    occurredAt: Timestamp;
    /** Who made the change; null if an operator of the service did, or the service itself, for the reason in `leak` or `expiry`. */
    actor: Actor | null;
    /**
     * The API key that was presented with the change; null if a person, an operator or the service made it. Read `actor` instead.
     */
    actorApiKeyId: string | null;
    /**
     * The request that made the change; null if no request did.
     */
    requestId: string | null;
    /** The members that changed, each with its value before and after. */
    changes: {
        [key: string]: {
            /** The value before. */
            from: unknown;
            /** The value after. */
            to: unknown;
        };
    };
    /** The report that the key has leaked, if that is the reason for the event; otherwise null. */
    leak: ApiKeyLeak | null;
    /** The expiry that the event announces (`expiring`); otherwise null. */
    expiry: ApiKeyExpiryNotice | null;
}
/** A client that has sent requests with a key. */
export interface ApiKeyClient {
    /** The IP address of the client; null if it is not known. */
    address: string | null;
    /** The client's `User-Agent`, at most 200 characters of it. */
    userAgent: string | null;
    /** How many requests it has sent. At least 1. */
    requests: number;
    /** A moment in UTC (RFC 3339). */
    lastSeenAt: Timestamp;
}
/** How the rotation of a key stands. */
export interface ApiKeyRotation {
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    successorId: Uuid;
    /**
     * When the old key stops working, or stopped. Null if its end was taken away after the rotation.
     */
    endsAt: string | null;
    /**
     * When the successor was last used; null if it was never used.
     */
    successorLastUsedAt: string | null;
    /**
     * The last request with the old key, or the rotation if there was none after it.
     */
    quietSince: string;
    /** Whether the old key can be revoked now, because the successor is in use and nobody has sent the old key for 24 hours. It is false if the old key no longer works. */
    canEnd: boolean;
}
/** What the use of a key says about it. */
export interface ApiKeyAdvice {
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    apiKeyId: Uuid;
    /** Since when the use of the key was observed: 30 days ago, or when the key was created if that was later. */
    observedFrom: Timestamp;
    /** The scopes of the key that no request has needed since `observedFrom`. A request counts even if it was refused for another reason than a missing scope. */
    unusedScopes: Scope[];
    /**
     * When the key was last used; null if it was never used.
     */
    lastUsedAt: string | null;
    /** Whole days since `lastUsedAt`; null if the key was never used. At least 0. */
    daysSinceLastUse: number | null;
    /** Who has sent requests with the key since `observedFrom`, or since its rotation if it has a successor, the last first: at most 50 clients, among the key's newest 10,000 requests. Refused requests count too. */
    clients: ApiKeyClient[];
    /** How the rotation of the key stands; null if it has no successor. */
    rotation: ApiKeyRotation | null;
}
/** What GitHub's secret scanning has found. The names are those of its partner program. */
export type GithubLeakReports = {
    /** The text that looks like a key. */
    token: string;
    /** The name that GitHub has for this kind of text. */
    type: string;
    /** The place where it was found. May be empty. */
    url?: string | null;
    /** In what it was found, such as `content` or `issue_comment`. */
    source?: string | null;
}[];
/** Whether a text that GitHub has reported is a key of this service. */
export interface GithubLeakVerdict {
    /** SHA-256 of the text, in lower-case hexadecimal. */
    token_hash: string;
    /** The `type` of the report. */
    token_type: string;
    /**
     * `true_positive` for a key that was issued here, whatever its status; `false_positive` for anything else.
     */
    label: "true_positive" | "false_positive";
}
/** A request that was made with one of the account's API keys or by the person, accepted or refused. */
export interface LoggedRequest {
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    id: Uuid;
    /** A moment in UTC (RFC 3339). */
    occurredAt: Timestamp;
    /** The HTTP method. */
    method: string;
    /** The `operationId` of the operation that was called. */
    operation: string;
    /** The path template of the operation, such as `/datasets/{datasetId}`. */
    path: string;
    /** The HTTP status of the response. 100 to 599. */
    status: number;
    /** The code of the error; null for a success. */
    code: ErrorCode | null;
    /** What refused the request, if the code does not say it; null otherwise. */
    reason: string | null;
    /** Who did something. */
    actor: Actor;
    /** The IP address of the client; null if it is not known. */
    address: string | null;
    /** The client's `User-Agent`, at most 200 characters of it. */
    userAgent: string | null;
    /** From the request's arrival to its response, in milliseconds. At least 0. */
    durationMs: number;
}
/** The organization's name. No control characters, not blank. */
export type OrganizationName = string;
/** The organization to create. */
export interface CreateOrganizationRequest {
    /** The organization's name. No control characters, not blank. 1 to 100 characters. */
    name: OrganizationName;
}
/** What to change about an organization. Fields that are left out stay as they are. */
export interface UpdateOrganizationRequest {
    /** The organization's name. No control characters, not blank. 1 to 100 characters. */
    name?: OrganizationName;
    /** What happens to an API key that was found where others can read it. A key that reaches several organizations follows the strictest of their policies: `revoke`, then `disable`, then `notify`. A key that reaches none is revoked. */
    leakPolicy?: LeakPolicy;
    /** The organization's credits are low while it has fewer than this. When they become low, the organization's webhook endpoints get `credits.low` and its owners get an email. Null means that nobody is told. 1 to 1000000000. */
    lowCreditsThreshold?: LowCreditsThreshold;
}
/**
 * What changed the credits of an organization.
 */
export type CreditEntryKind = "grant" | "dataset" | "refund" | "adjustment";
/** A change of an organization's credits. The sum of all entries is the organization's balance. */
export interface CreditEntry {
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    id: Uuid;
    /** What changed the credits of an organization. */
    kind: CreditEntryKind;
    /** How many credits were added; negative if they were taken. */
    amount: number;
    /** A moment in UTC (RFC 3339). */
    createdAt: Timestamp;
    /**
     * The dataset that was paid for; null for other kinds. It may be deleted since.
     */
    datasetId: string | null;
    /** Why an operator or an upgrade changed the credits; null for datasets and refunds. */
    reason: string | null;
    /** Who made the change; null if an operator of the service or the service itself did. */
    actor: Actor | null;
}
/** A person who belongs to an organization. */
export interface Member {
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    accountId: Uuid;
    /** The person's name. */
    name: string;
    /** The person's email address; null if the account has none. */
    email: string | null;
    /** What a person may do in an organization. */
    role: MemberRole;
    /**
     * When the person joined; null if that was not recorded.
     */
    joinedAt: string | null;
}
/** What to change about a member. */
export interface UpdateMemberRequest {
    /** What a person may do in an organization. */
    role: MemberRole;
}
/**
 * An email address. Upper and lower case are the same.
 */
export type EmailAddress = string;
/** An offer to join an organization that nobody has accepted yet. */
export interface Invitation {
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    id: Uuid;
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    organizationId: Uuid;
    /** An email address. Upper and lower case are the same. 3 to 254 characters. */
    email: EmailAddress;
    /** What a person may do in an organization. */
    role: MemberRole;
    /** A moment in UTC (RFC 3339). */
    createdAt: Timestamp;
    /** A moment in UTC (RFC 3339). */
    expiresAt: Timestamp;
    /** Who invited the person. */
    createdBy: Actor | null;
}
/** The person to invite. */
export interface CreateInvitationRequest {
    /** An email address. Upper and lower case are the same. 3 to 254 characters. */
    email: EmailAddress;
    /** The role that the person gets. If absent, `member`. */
    role?: MemberRole;
}
/** A new invitation with its token. */
export interface IssuedInvitation extends Invitation {
    /** What the invited person accepts the invitation with. It is returned this once. */
    token: string;
}
/** The invitation to accept. */
export interface AcceptInvitationRequest {
    /** The token of the invitation, from the link in its email. 1 to 200 characters. */
    token: string;
}
/**
 * How far a dataset's generation has come.
 */
export type DatasetState = "PENDING" | "STARTED" | "READY" | "FAILED" | "EXPIRED";
/** Arguments for the model, as its `argsSchema` says; for example a `prompt`. */
export interface DatasetArgs {
    [key: string]: unknown;
}
/** The state of a dataset's generation. */
export interface DatasetMetadata {
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    id: Uuid;
    /** How far a dataset's generation has come. */
    state: DatasetState;
    /** How much is done, in percent. 0 to 100. */
    progress: number;
    /** The archive's size in bytes; 0 until it is READY. At least 0. */
    size: number;
    /**
     * When the generation began.
     */
    startedAt: string | null;
    /**
     * When the generation ended, well or badly.
     */
    finishedAt: string | null;
    /**
     * When the archive is removed; null until it is READY.
     */
    expiresAt: string | null;
    /** Why the generation failed and what to do about it; null if it did not. */
    failureReason: string | null;
}
/** A set of synthetic images that was asked for. */
export interface Dataset {
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    id: Uuid;
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    modelId: Uuid;
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    organizationId: Uuid;
    /** The account that asked for the dataset. */
    ownerId: Uuid;
    /** How many samples (images) were asked for. At least 1. */
    numSamples: number;
    /** Arguments for the model, as its `argsSchema` says; for example a `prompt`. */
    args: DatasetArgs;
    /** A moment in UTC (RFC 3339). */
    createdAt: Timestamp;
    /** A moment in UTC (RFC 3339). */
    updatedAt: Timestamp;
    /** The state of its generation; null where the service has not recorded one. */
    metadata: DatasetMetadata | null;
}
/** The dataset to generate for the organization in the path. */
export interface CreateOrganizationDatasetRequest {
    /** The model to generate with. */
    modelId: Uuid;
    /** How many samples (images) to generate; each costs one credit. A model may allow fewer. 1 to 1000. */
    numSamples: number;
    /** Arguments for the model, as its `argsSchema` says; for example a `prompt`. */
    args: DatasetArgs;
}
/** Where to fetch a dataset's archive, a ZIP file, with no API key. */
export interface DatasetDownload {
    /**
     * A presigned URL. Anyone who has it can fetch the archive until it expires, or until the API key that made it loses access to the dataset.
     */
    URL: string;
    /** A moment in UTC (RFC 3339). */
    expiresAt: Timestamp;
    /** The archive's size in bytes. At least 0. */
    size: number;
    /** The SHA-256 of the whole archive, in lower-case hexadecimal. */
    sha256: string;
}
/**
 * The URL that receives events by POST. It begins with `https://`, has no user name, password or fragment, and its host has public addresses only. Servers for development may allow `http://` on the loopback.
 */
export type WebhookUrl = string;
/**
 * What a webhook tells about. New types may be added.
 */
export type WebhookEventType = "api_key.expiring" | "api_key.leaked" | "api_key.revoked" | "api_key.rotated" | "credits.low" | "dataset.expired" | "dataset.failed" | "dataset.ready";
/** The types of events to send. */
export type WebhookEventTypes = WebhookEventType[];
/** A URL that an organization's events are sent to. */
export interface WebhookEndpoint {
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    id: Uuid;
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    organizationId: Uuid;
    /** The URL that receives events by POST. It begins with `https://`, has no user name, password or fragment, and its host has public addresses only. Servers for development may allow `http://` on the loopback. 1 to 2048 characters. */
    url: WebhookUrl;
    /** The types of events to send. 1 to 50 items. No item twice. */
    events: WebhookEventTypes;
    /** False if nothing is sent. Events that happen meanwhile are not sent later. */
    enabled: boolean;
    /**
     * When the endpoint answered with 410, which disables it; null if it has not, or since it was enabled again.
     */
    goneAt: string | null;
    /**
     * Until when deliveries also carry a signature of the secret before the last rotation; null if there is none.
     */
    previousSecretExpiresAt: string | null;
    /** A moment in UTC (RFC 3339). */
    createdAt: Timestamp;
}
/** Where to send which events. */
export interface CreateWebhookEndpointRequest {
    /** The URL that receives events by POST. It begins with `https://`, has no user name, password or fragment, and its host has public addresses only. Servers for development may allow `http://` on the loopback. 1 to 2048 characters. */
    url: WebhookUrl;
    /** The types of events to send. If absent, all types that exist now. 1 to 50 items. No item twice. */
    events?: WebhookEventTypes;
}
/** A webhook endpoint with a new secret. The secret is shown this once. */
export interface IssuedWebhookEndpoint extends WebhookEndpoint {
    /** What deliveries are signed with. The receiver checks signatures with it. Store it safely, now. */
    secret: string;
}
/** The members to change; those that are absent stay as they are. */
export interface UpdateWebhookEndpointRequest {
    /** The URL that receives events by POST. It begins with `https://`, has no user name, password or fragment, and its host has public addresses only. Servers for development may allow `http://` on the loopback. 1 to 2048 characters. */
    url?: WebhookUrl;
    /** The types of events to send. 1 to 50 items. No item twice. */
    events?: WebhookEventTypes;
    /** False stops deliveries, those that wait for another attempt included. True starts them again. */
    enabled?: boolean;
}
/** How to hand over from the old secret to the new one. */
export interface RotateWebhookEndpointRequest {
    /**
     * How many seconds deliveries carry a signature of the old secret beside that of the new one, from 0 to 30 days. 0 to 2592000. Default: 86400.
     * @default 86400
     */
    gracePeriodSeconds?: number;
}
/** The dataset that something happened to. */
export interface DatasetWebhookData {
    /**
     * The dataset. Get it from the API; a deleted one is not found.
     */
    datasetId: string;
}
/** Something happened to a dataset. */
export interface DatasetWebhookEvent {
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    id: Uuid;
    /**
     * What happened.
     */
    type: "dataset.expired" | "dataset.failed" | "dataset.ready";
    /** When it happened. */
    timestamp: Timestamp;
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    organizationId: Uuid;
    /** The dataset that something happened to. */
    data: DatasetWebhookData;
}
/** The API key that something happened to. */
export interface ApiKeyWebhookData {
    /**
     * The API key.
     */
    apiKeyId: string;
}
/** Something happened to an API key that reaches the organization. */
export interface ApiKeyWebhookEvent {
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    id: Uuid;
    /**
     * What happened.
     */
    type: "api_key.expiring" | "api_key.leaked" | "api_key.revoked" | "api_key.rotated";
    /** When it happened. */
    timestamp: Timestamp;
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    organizationId: Uuid;
    /** The API key that something happened to. */
    data: ApiKeyWebhookData;
}
/** Nothing more. Members may be added. */
export type EmptyWebhookData = Record<string, never>;
/** Something happened to the organization's credits. `getOrganization` returns how many there are now. */
export interface CreditsWebhookEvent {
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    id: Uuid;
    /**
     * What happened.
     */
    type: "credits.low";
    /** When it happened. */
    timestamp: Timestamp;
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    organizationId: Uuid;
    /** Nothing more. Members may be added. */
    data: EmptyWebhookData;
}
/** A test that somebody asked for. Nothing happened. */
export interface TestWebhookEvent {
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    id: Uuid;
    /**
     * What happened.
     */
    type: "webhook.test";
    /** When it happened. */
    timestamp: Timestamp;
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    organizationId: Uuid;
    /** Nothing more. Members may be added. */
    data: EmptyWebhookData;
}
/** What the body of a webhook says. It has ids only; get the rest from the API. Ignore types that you do not know. */
export type WebhookEvent = DatasetWebhookEvent | ApiKeyWebhookEvent | CreditsWebhookEvent | TestWebhookEvent;
/**
 * How far a delivery is. New values may be added.
 */
export type WebhookDeliveryStatus = "pending" | "delivered" | "failed";
/** An attempt to deliver an event. */
export interface WebhookAttempt {
    /** A moment in UTC (RFC 3339). */
    attemptedAt: Timestamp;
    /** The HTTP status of the endpoint's response; null if there was none. 100 to 599. */
    status: number | null;
    /** Why the attempt failed; null if it succeeded. */
    error: string | null;
    /** How long the attempt took, in milliseconds. At least 0. */
    durationMs: number;
}
/** An event on its way to one endpoint. */
export interface WebhookDelivery {
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    id: Uuid;
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    webhookEndpointId: Uuid;
    /** What the body of a webhook says. It has ids only; get the rest from the API. Ignore types that you do not know. */
    event: WebhookEvent;
    /** How far a delivery is. New values may be added. */
    status: WebhookDeliveryStatus;
    /** The attempts that have ended, oldest first; the last 20 of them. */
    attempts: WebhookAttempt[];
    /**
     * When the next attempt is due; null if no attempt follows.
     */
    nextAttemptAt: string | null;
    /** A moment in UTC (RFC 3339). */
    createdAt: Timestamp;
}
/**
 * Whether every organization may use a model, or only the one it belongs to.
 */
export type ModelVisibility = "public" | "private";
/** A generative model. */
export interface Model {
    /** A UUID (RFC 9562); version 7 where Sinkove makes it, so that ids sort by time of creation. */
    id: Uuid;
    /** A readable name, unique among the models that an organization may use. */
    slug: string;
    /** The model's name. */
    name: string;
    /** What the model generates, in a sentence. */
    description: string;
    /** Whether every organization may use a model, or only the one it belongs to. */
    visibility: ModelVisibility;
    /**
     * The organization that a private model belongs to; null for a public one.
     */
    organizationId: string | null;
    /** The kind of image, such as `chest-xray`. */
    modality: string;
    /** The size of the generated images, in pixels. */
    imageSize: {
        /** In pixels. At least 1. */
        width: number;
        /** In pixels. At least 1. */
        height: number;
    };
    /** How many samples one dataset may have at most. At least 1. */
    maxSamples: number;
    /** The JSON Schema (2020-12) that a dataset's `args` must satisfy. */
    argsSchema: {
        [key: string]: unknown;
    };
    /** What the model is, what it is for and what it is not for, in Markdown. */
    modelCard: string;
    /** A moment in UTC (RFC 3339). */
    createdAt: Timestamp;
}
/** The dataset to generate, and who pays for it. */
export interface CreateDatasetRequest {
    /** The organization that pays for and keeps the dataset. May be left out when the key reaches only one. */
    organizationId?: Uuid;
    /** The model to generate with. */
    modelId: Uuid;
    /** How many samples (images) to generate; each costs one credit. A model may allow fewer. 1 to 1000. */
    numSamples: number;
    /** Arguments for the model, as its `argsSchema` says; for example a `prompt`. */
    args: DatasetArgs;
}
export interface paths {
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the current account
         * Returns the account, the presented API key and the organizations that it reaches. Any valid key may call it,
         *     whatever its scopes, so use it to try a key out. Costs one request.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        /**
         * Delete your account
         * Deletes the account of the person who is signed in: revokes its API keys, ends its sessions, removes it from its
         *     organizations and erases its name and email address. Datasets belong to organizations and stay. The last owner
         *     of an organization cannot delete the account.
         */
        delete: operations["deleteMe"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/organizations/{organizationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Leave an organization
         * Removes the person who is signed in from an organization. The last owner cannot leave.
         */
        delete: operations["deleteMembership"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the account's API keys
         * Returns the API keys of the account, newest first, including those that are disabled, expired or revoked, and
         *     never a secret. A key that is limited to some organizations sees only keys that are limited to the same
         *     organizations or to some of them. Costs one request.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Issue an API key
         * Issues a key and returns its secret, this once. Without `scopes` the new key may do everything that the
         *     presented key may do. The new key cannot have a scope or an organization that the presented key does not have,
         *     and cannot outlive it. A key that was rotated cannot create keys. All keys of the account share its rate limit; a
         *     key may have a smaller limit of its own. An account has at most 500 keys that are neither revoked nor expired.
         *     Costs one request.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/leaks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report a leaked API key
         * Tells the service that an API key was found where others can read it. Needs no API key and costs no request:
         *     anyone who has found a key can report it. The key is revoked or disabled, or its owners are notified, as the
         *     `leakPolicy` of its organizations says; this has taken effect when the response arrives.
         *
         *     The response is always the same and never says whether the key exists. A client address can send 10 reports in
         *     60 seconds.
         */
        post: operations["reportApiKeyLeak"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{apiKeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The API key's id. */
                apiKeyId: components["parameters"]["ApiKeyId"];
            };
            cookie?: never;
        };
        /**
         * Get an API key
         * Returns an API key of the account, without its secret. A key that is limited to some organizations reaches only
         *     keys that are limited to the same organizations or to some of them. Costs one request.
         */
        get: operations["getApiKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an API key
         * Changes the members that are sent and leaves the others as they are. Rights that are taken away are refused
         *     as soon as the response is sent.
         *
         *     If the change widens the key (its scopes, its organizations, its lifetime, or by enabling it), the presented key
         *     must hold everything that the key has after the change. That is each of its scopes, in each of its organizations,
         *     until its `expiresAt`. `organizationIds: null` includes organizations that the account joins later, so it is more than
         *     any list. Renaming, narrowing and disabling a key need no such rights. A revoked key cannot be changed, and a key
         *     that was rotated cannot change keys. Costs one request.
         */
        patch: operations["updateApiKey"];
        trace?: never;
    };
    "/api-keys/{apiKeyId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The API key's id. */
                apiKeyId: components["parameters"]["ApiKeyId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate an API key
         * Issues a successor with the same name, scopes, organizations and rate limit, and returns its secret, this once.
         *     The successor lives as long as the old key was to live, but never beyond the `expiresAt` of the presented key: a
         *     key that rotates itself does not prolong its own life. The presented key must hold everything that the old key has.
         *
         *     The old key keeps working for `gracePeriodSeconds`. Until then its responses carry `Deprecation` and `Sunset`,
         *     and it cannot create, change, rotate or revoke keys. If the account has 500 keys that are neither revoked nor
         *     expired, only a rotation with `gracePeriodSeconds: 0` is possible, because the old key makes room at once. Costs
         *     one request.
         */
        post: operations["rotateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{apiKeyId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The API key's id. */
                apiKeyId: components["parameters"]["ApiKeyId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke an API key
         * Revokes a key permanently. No request with it is accepted after the response is sent, and download URLs that it
         *     made stop working. The key stays listed, with its usage and events. A key may revoke itself, unless it was
         *     rotated.
         *
         *     With `descendants: true`, the keys that it created are revoked with it, and the keys that those created, and the
         *     successors of each; `revokedDescendants` lists them. All are revoked together or, if the presented key does not
         *     reach one of them, none is. A key that was already revoked can be sent again with `descendants: true`. Costs one
         *     request.
         */
        post: operations["revokeApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{apiKeyId}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The API key's id. */
                apiKeyId: components["parameters"]["ApiKeyId"];
            };
            cookie?: never;
        };
        /**
         * Get an API key's usage
         * Returns how many requests were made with a key, by hour or day, by class of status and by operation. Counts may
         *     lag by a few seconds. A key that is limited to some organizations reaches only keys that are limited to
         *     the same organizations or to some of them. Costs one request.
         */
        get: operations["getApiKeyUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{apiKeyId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The API key's id. */
                apiKeyId: components["parameters"]["ApiKeyId"];
            };
            cookie?: never;
        };
        /**
         * List what happened to an API key
         * Returns the changes of a key, newest first: what changed, when, and by which key and request. A key that is
         *     limited to some organizations reaches only keys that are limited to the same organizations or to some of them.
         *     Costs one request.
         */
        get: operations["listApiKeyEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{apiKeyId}/advice": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The API key's id. */
                apiKeyId: components["parameters"]["ApiKeyId"];
            };
            cookie?: never;
        };
        /**
         * Get advice on an API key
         * Returns what the use of a key in the last 30 days says about it: the scopes that it did not need, the clients that
         *     use it, and whether a rotation can be ended. Requests may be missing for a few seconds. A key that is limited to some
         *     organizations reaches only keys that are limited to the same organizations or to some of them. Costs one request.
         */
        get: operations["getApiKeyAdvice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leaks/github": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive leaked API keys from GitHub
         * Receives the API keys that GitHub's secret scanning has found in public repositories, in the form of its partner
         *     program. GitHub signs the request body (ECDSA on P-256 with SHA-256); a request without a valid signature is
         *     refused with 400 and changes nothing. Needs no API key and costs no request.
         *
         *     Each key is treated as a report to `POST /api-keys/leaks`. The response tells GitHub which of the texts are keys
         *     of this service.
         */
        post: operations["reportGithubLeaks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the account's usage
         * Returns how many requests were made with all keys of the account together, by hour or day. Counts may lag by a
         *     few seconds. A key that is limited to some organizations gets the total of the keys that are limited to the
         *     same organizations or to some of them. Costs one request.
         */
        get: operations["getUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List requests
         * Returns the requests of the account, newest first: those with its API keys, those of the person in the console,
         *     and those that were refused. They are written within a few seconds and kept for 30 days. A key that is limited
         *     to some organizations sees the requests of keys that are limited to the same organizations or to some of them.
         *     Costs one request.
         */
        get: operations["listRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The request's id, from its `X-Request-ID` header or an error's `requestId`. */
                requestId: components["parameters"]["RequestId"];
            };
            cookie?: never;
        };
        /**
         * Get a request
         * Returns a request of the account by its id. Costs one request.
         */
        get: operations["getRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List organizations
         * Returns the organizations that the key reaches, newest first. Costs one request.
         */
        get: operations["listOrganizations"];
        put?: never;
        /**
         * Create an organization
         * Creates an organization without credits. The account that the API key or the session belongs to becomes its
         *     owner. A key that is limited to some organizations cannot create others. An account can belong to 100
         *     organizations. Costs one request.
         */
        post: operations["createOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        /**
         * Get an organization
         * Returns an organization and how many credits it has left. Costs one request.
         */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        /**
         * Delete an organization
         * Deletes an organization that has no datasets, with its members, invitations, models and credits. Costs one
         *     request.
         */
        delete: operations["deleteOrganization"];
        options?: never;
        head?: never;
        /**
         * Change an organization
         * Changes the name of an organization, what happens to its API keys when they leak, or how few credits are low. Fields
         *     that are left out stay as they are. Costs one request.
         */
        patch: operations["updateOrganization"];
        trace?: never;
    };
    "/organizations/{organizationId}/credit-entries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        /**
         * List credit entries
         * Returns what changed the credits of an organization, newest first: credits that were given to it, the datasets that
         *     took some, and the refunds of those that failed. The sum of all entries is the organization's `credits`. Costs one
         *     request.
         */
        get: operations["listCreditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        /**
         * List members
         * Returns the people who belong to an organization, those who joined last first. Costs one request.
         */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/members/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
                /** The id of the person's account. */
                accountId: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a member
         * Removes a person from an organization. With the response, neither the person nor their API keys reach it.
         *     Datasets stay. The last owner cannot be removed. Costs one request.
         */
        delete: operations["deleteMember"];
        options?: never;
        head?: never;
        /**
         * Change the role of a member
         * Makes a person an owner or a member. What the person may do in the organization changes with the response, and
         *     so does what their API keys may do there. The last owner cannot become a member. An API key can make a person an
         *     owner only if it has every scope of an owner and no expiry. Costs one request.
         */
        patch: operations["updateMember"];
        trace?: never;
    };
    "/organizations/{organizationId}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        /**
         * List invitations
         * Returns the invitations to an organization that were not accepted, revoked or expired, newest first, and never a
         *     token. Costs one request.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite a person
         * Invites a person to an organization by email. The link in the email works once and for seven days, and only for
         *     a person who is signed in with that address and has confirmed it. An earlier invitation of the same address is
         *     replaced. The response has the token of the link, this once. It does not wait for the email. An organization can
         *     have 100 open invitations, and an account can send 50 in an hour.
         *
         *     An API key can invite an owner only if it has every scope of an owner and no expiry. An invitation works only while
         *     its sender could still send it: not if the sender was removed from the organization, became a member or was
         *     suspended, and not if the API key that sent it was revoked or disabled. Costs one request.
         */
        post: operations["createInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
                /** The invitation's id. */
                invitationId: components["parameters"]["InvitationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an invitation
         * Revokes an invitation that was not accepted yet. Costs one request.
         */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation
         * Makes the person who is signed in a member of the organization. An invitation works once, and only while its
         *     sender could still send it. If the person is a member already, the response is the same and the role does not
         *     change. An account can belong to 100 organizations.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        /**
         * List an organization's datasets
         * Returns the datasets of one organization, newest first. Filters narrow the list and can be
         *     combined. Costs one request.
         */
        get: operations["listOrganizationDatasets"];
        put?: never;
        /**
         * Request a dataset for an organization
         * Requests a dataset and takes `numSamples` credits from the organization. The dataset is generated in the
         *     background: poll it until its state is READY. `args` must satisfy the model's `argsSchema`. Credits are
         *     given back if the generation fails. Costs one request and one credit a sample.
         */
        post: operations["createOrganizationDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/datasets/{datasetId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
                /** The dataset's id. */
                datasetId: components["parameters"]["DatasetId"];
            };
            cookie?: never;
        };
        /**
         * Get a dataset of an organization
         * Returns a dataset with the state and progress of its generation. Costs one request.
         */
        get: operations["getOrganizationDataset"];
        put?: never;
        post?: never;
        /**
         * Delete a dataset of an organization
         * Deletes a dataset and its archive. One that is waiting or being generated is cancelled, and its credits
         *     are given back. Costs one request.
         */
        delete: operations["deleteOrganizationDataset"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/datasets/{datasetId}/urls/download": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
                /** The dataset's id. */
                datasetId: components["parameters"]["DatasetId"];
            };
            cookie?: never;
        };
        /**
         * Get a dataset's download URL within an organization
         * Returns a presigned URL of the dataset's archive. Anyone who has the URL can fetch the archive without an API key,
         *     until the URL expires or the presented key loses access to the dataset. Costs one request.
         */
        get: operations["getOrganizationDatasetDownload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        /**
         * List webhook endpoints
         * Returns the webhook endpoints of an organization, newest first, without their secrets. Costs one request.
         */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /**
         * Create a webhook endpoint
         * Sends the organization's events to a URL from now on, signed as Standard Webhooks 1.0 describes. The response has the
         *     secret that deliveries are signed with, this once.
         *
         *     An organization can have 20 webhook endpoints. Costs one request.
         */
        post: operations["createWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
                /** The webhook endpoint's id. */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        /**
         * Get a webhook endpoint
         * Returns a webhook endpoint without its secret. Costs one request.
         */
        get: operations["getWebhookEndpoint"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook endpoint
         * Deletes a webhook endpoint with its deliveries. Pending deliveries are not sent. Costs one request.
         */
        delete: operations["deleteWebhookEndpoint"];
        options?: never;
        head?: never;
        /**
         * Update a webhook endpoint
         * Changes the URL or the events of a webhook endpoint, or disables or enables it. An endpoint that answered with 410 was
         *     disabled; enable it when it works again. Costs one request.
         */
        patch: operations["updateWebhookEndpoint"];
        trace?: never;
    };
    "/organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
                /** The webhook endpoint's id. */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate the secret of a webhook endpoint
         * Makes a new secret and returns it, this once. For `gracePeriodSeconds`, deliveries carry a signature of the new secret
         *     and one of the old secret, so that the receiver can change over at any moment. A secret before the old one stops at
         *     once. Costs one request.
         */
        post: operations["rotateWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
                /** The webhook endpoint's id. */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test event
         * Sends an event of the type `webhook.test` to a webhook endpoint, whatever types it asks for. If an earlier test event
         *     still waits for an attempt, that one is sent at once instead. The response does not wait for the delivery; the list of
         *     deliveries shows how it went. Costs one request.
         */
        post: operations["testWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
                /** The webhook endpoint's id. */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        /**
         * List deliveries
         * Returns the deliveries to a webhook endpoint of the last 30 days, newest first: the event, each attempt, and when the
         *     next one is due. Costs one request.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}/deliveries/{webhookDeliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
                /** The webhook endpoint's id. */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
                /** The delivery's id. */
                webhookDeliveryId: components["parameters"]["WebhookDeliveryId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay a delivery
         * Sends an event to its webhook endpoint again, now, whether it was delivered or not, with the same `webhook-id`. If that
         *     fails, it is tried again as often as a new delivery. If an attempt is under way, it is not sent a second time beside
         *     it. Costs one request.
         */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List models
         * Returns the public models and the private ones of the organizations that the key reaches, newest first.
         *     Costs one request.
         */
        get: operations["listModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{modelId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The model's id. */
                modelId: components["parameters"]["ModelId"];
            };
            cookie?: never;
        };
        /**
         * Get a model
         * Returns a model with its card and the schema of its arguments. Costs one request.
         */
        get: operations["getModel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all datasets
         * Returns the datasets of every organization that the key reaches, newest first. Filters narrow the list and can be
         *     combined. Costs one request.
         */
        get: operations["listDatasets"];
        put?: never;
        /**
         * Request a dataset
         * Requests a dataset and takes `numSamples` credits from the organization. The dataset is generated in the
         *     background: poll it until its state is READY. `args` must satisfy the model's `argsSchema`. Credits are
         *     given back if the generation fails. Without `organizationId` the key must reach exactly one
         *     organization. Costs one request and one credit a sample.
         */
        post: operations["createDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{datasetId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The dataset's id. */
                datasetId: components["parameters"]["DatasetId"];
            };
            cookie?: never;
        };
        /**
         * Get a dataset
         * Returns a dataset with the state and progress of its generation. Costs one request.
         */
        get: operations["getDataset"];
        put?: never;
        post?: never;
        /**
         * Delete a dataset
         * Deletes a dataset and its archive. One that is waiting or being generated is cancelled, and its credits
         *     are given back. Costs one request.
         */
        delete: operations["deleteDataset"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{datasetId}/urls/download": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The dataset's id. */
                datasetId: components["parameters"]["DatasetId"];
            };
            cookie?: never;
        };
        /**
         * Get a dataset's download URL
         * Returns a presigned URL of the dataset's archive. Anyone who has the URL can fetch the archive without an API key,
         *     until the URL expires or the presented key loses access to the dataset. Costs one request.
         */
        get: operations["getDatasetDownload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/downloads/{downloadToken}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * The signed token that a presigned URL ends with. It says which file, until when, and which API key made it. 1 to 512 characters.
                 * @example v1.AZqOEcOAcACAAAAAAAAAAQ.1795600800.pB6e0dWc9mHk3sT7uYxZ1aQfGhJkLmNoPqRsTuVwXyz
                 */
                downloadToken: components["parameters"]["DownloadToken"];
            };
            cookie?: never;
        };
        /**
         * Fetch a file
         * Returns the file behind a presigned URL. Needs no API key and costs no request. Supports ranges, so that a
         *     broken download can be resumed, and gives the SHA-256 of the whole file.
         *
         *     The URL gives no more access than the API key that made it. Each request checks that key: if it was revoked or
         *     disabled, has expired, or no longer has the scope `datasets:read` or the dataset's organization, the response is
         *     410 `DOWNLOAD_REVOKED`. A transfer that has already started is not interrupted.
         */
        get: operations["downloadFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Uuid: Uuid;
        RateLimit: RateLimit;
        Account: Account;
        ApiKeyName: ApiKeyName;
        Environment: Environment;
        Scope: Scope;
        ApiKeyScopes: ApiKeyScopes;
        ApiKeyOrganizations: ApiKeyOrganizations;
        ApiKeyStatus: ApiKeyStatus;
        Timestamp: Timestamp;
        Actor: Actor;
        ApiKey: ApiKey;
        MemberRole: MemberRole;
        LeakPolicy: LeakPolicy;
        LowCreditsThreshold: LowCreditsThreshold;
        Organization: Organization;
        Me: Me;
        ErrorCode: ErrorCode;
        InvalidApiKeyReason: InvalidApiKeyReason;
        Violation: Violation;
        Problem: Problem;
        OwnRateLimit: OwnRateLimit;
        CreateApiKeyRequest: CreateApiKeyRequest;
        IssuedApiKey: IssuedApiKey;
        ReportApiKeyLeakRequest: ReportApiKeyLeakRequest;
        UpdateApiKeyRequest: UpdateApiKeyRequest;
        RotateApiKeyRequest: RotateApiKeyRequest;
        RevokeApiKeyRequest: RevokeApiKeyRequest;
        RevokedApiKey: RevokedApiKey;
        UsageInterval: UsageInterval;
        UsageBucket: UsageBucket;
        Usage: Usage;
        ApiKeyEventType: ApiKeyEventType;
        ApiKeyLeak: ApiKeyLeak;
        ApiKeyExpiryNotice: ApiKeyExpiryNotice;
        ApiKeyEvent: ApiKeyEvent;
        ApiKeyClient: ApiKeyClient;
        ApiKeyRotation: ApiKeyRotation;
        ApiKeyAdvice: ApiKeyAdvice;
        GithubLeakReports: GithubLeakReports;
        GithubLeakVerdict: GithubLeakVerdict;
        LoggedRequest: LoggedRequest;
        OrganizationName: OrganizationName;
        CreateOrganizationRequest: CreateOrganizationRequest;
        UpdateOrganizationRequest: UpdateOrganizationRequest;
        CreditEntryKind: CreditEntryKind;
        CreditEntry: CreditEntry;
        Member: Member;
        UpdateMemberRequest: UpdateMemberRequest;
        EmailAddress: EmailAddress;
        Invitation: Invitation;
        CreateInvitationRequest: CreateInvitationRequest;
        IssuedInvitation: IssuedInvitation;
        AcceptInvitationRequest: AcceptInvitationRequest;
        DatasetState: DatasetState;
        DatasetArgs: DatasetArgs;
        DatasetMetadata: DatasetMetadata;
        Dataset: Dataset;
        CreateOrganizationDatasetRequest: CreateOrganizationDatasetRequest;
        DatasetDownload: DatasetDownload;
        WebhookUrl: WebhookUrl;
        WebhookEventType: WebhookEventType;
        WebhookEventTypes: WebhookEventTypes;
        WebhookEndpoint: WebhookEndpoint;
        CreateWebhookEndpointRequest: CreateWebhookEndpointRequest;
        IssuedWebhookEndpoint: IssuedWebhookEndpoint;
        UpdateWebhookEndpointRequest: UpdateWebhookEndpointRequest;
        RotateWebhookEndpointRequest: RotateWebhookEndpointRequest;
        DatasetWebhookData: DatasetWebhookData;
        DatasetWebhookEvent: DatasetWebhookEvent;
        ApiKeyWebhookData: ApiKeyWebhookData;
        ApiKeyWebhookEvent: ApiKeyWebhookEvent;
        EmptyWebhookData: EmptyWebhookData;
        CreditsWebhookEvent: CreditsWebhookEvent;
        TestWebhookEvent: TestWebhookEvent;
        WebhookEvent: WebhookEvent;
        WebhookDeliveryStatus: WebhookDeliveryStatus;
        WebhookAttempt: WebhookAttempt;
        WebhookDelivery: WebhookDelivery;
        ModelVisibility: ModelVisibility;
        Model: Model;
        CreateDatasetRequest: CreateDatasetRequest;
    };
    responses: {
        /** The account, the presented key, and the organizations that it reaches. */
        Me: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": Me;
            };
        };
        /** The request is not HTTP or JSON as it should be. */
        InvalidRequest: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "INVALID_REQUEST";
                };
            };
        };
        /** The API key is missing, invalid, expired, revoked or disabled, or the session has ended. */
        Unauthorized: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "INVALID_API_KEY" | "API_KEY_EXPIRED" | "API_KEY_REVOKED" | "API_KEY_DISABLED" | "INVALID_SESSION";
                };
            };
        };
        /** The Accept header excludes JSON. */
        NotAcceptable: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "NOT_ACCEPTABLE";
                };
            };
        };
        /** The account or the API key has used up its rate limit, or too many authentications from this address failed. */
        RateLimitExceeded: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "RATE_LIMIT_EXCEEDED";
                };
            };
        };
        /** Something failed on our side. */
        InternalError: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "INTERNAL_ERROR";
                };
            };
        };
        /**
         * The service cannot answer right now. `detail` says whether the request may have taken effect: send a POST again with
         *     the same `Idempotency-Key`, and it takes effect once.
         */
        ServiceUnavailable: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "SERVICE_UNAVAILABLE";
                };
            };
        };
        /** Deleted. There is no body. */
        Deleted: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** An API key was presented, or the request comes from another site. */
        SessionDenied: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "PERMISSION_DENIED";
                };
            };
        };
        /** The organization would be left without an owner. */
        LastOwner: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "LAST_OWNER";
                };
            };
        };
        /** A parameter breaks the contract. */
        InvalidParameters: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "VALIDATION_ERROR";
                };
            };
        };
        /** API keys, newest first, those that no longer work among them. */
        ApiKeys: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Link: components["headers"]["Link"];
                "X-Total-Count": components["headers"]["TotalCount"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ApiKey[];
            };
        };
        /** The API key lacks a scope. */
        PermissionDenied: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "PERMISSION_DENIED";
                };
            };
        };
        /** The new API key with its secret, which is shown this once. */
        IssuedApiKey: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Location: components["headers"]["Location"];
                "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": IssuedApiKey;
            };
        };
        /** The API key lacks a scope, would grant more than it holds itself, or was rotated and cannot change keys. */
        GrantDenied: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "PERMISSION_DENIED";
                };
            };
        };
        /** The account has as many API keys as it may have, or a request with this Idempotency-Key is still running, or its response belongs to another API key. */
        CreateApiKeyConflict: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "API_KEY_LIMIT_REACHED" | "IDEMPOTENCY_CONFLICT";
                };
            };
        };
        /** The request body has more bytes than the operation takes (`x-max-body-bytes` of its request body). */
        PayloadTooLarge: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "PAYLOAD_TOO_LARGE";
                };
            };
        };
        /** The request body is not JSON. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "UNSUPPORTED_MEDIA_TYPE";
                };
            };
        };
        /** Parameters or body break the contract, or the Idempotency-Key was used with a different request. */
        InvalidWrite: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "VALIDATION_ERROR" | "IDEMPOTENCY_KEY_REUSED";
                };
            };
        };
        /** The report was received. There is no body, and nothing says whether the key exists. */
        LeakReportAccepted: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** The request body has more bytes than the operation takes (`x-max-body-bytes` of its request body). */
        PublicPayloadTooLarge: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "PAYLOAD_TOO_LARGE";
                };
            };
        };
        /** The request body is not JSON. */
        PublicUnsupportedMediaType: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "UNSUPPORTED_MEDIA_TYPE";
                };
            };
        };
        /** Parameters or body break the contract. */
        PublicInvalidBody: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "VALIDATION_ERROR";
                };
            };
        };
        /** Too many reports of leaked keys came from the client address. */
        TooManyLeakReports: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "RATE_LIMIT_EXCEEDED";
                };
            };
        };
        /** The API key. */
        ApiKey: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ApiKey;
            };
        };
        /** The account has no API key with this id, or the presented key does not reach it. */
        ApiKeyNotFound: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "API_KEY_NOT_FOUND";
                };
            };
        };
        /** The API key as it is now. */
        UpdatedApiKey: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ApiKey;
            };
        };
        /** The API key was revoked before, or the change would bring an expired key back and the account has as many keys as it may have. */
        UpdateApiKeyConflict: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "API_KEY_ALREADY_REVOKED" | "API_KEY_LIMIT_REACHED";
                };
            };
        };
        /** Parameters or body break the contract. */
        InvalidBody: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "VALIDATION_ERROR";
                };
            };
        };
        /** The API key was revoked or rotated before, the account has as many keys as it may have, or a request with this Idempotency-Key is still running. */
        RotateConflict: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "API_KEY_ALREADY_REVOKED" | "API_KEY_ALREADY_ROTATED" | "API_KEY_LIMIT_REACHED" | "IDEMPOTENCY_CONFLICT";
                };
            };
        };
        /** The API key, revoked, with the keys that were revoked with it. All of them are refused from now on. */
        RevokedApiKey: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": RevokedApiKey;
            };
        };
        /** The API key lacks a scope, was rotated and cannot revoke keys, or does not reach every descendant. */
        RevokeDenied: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "PERMISSION_DENIED";
                };
            };
        };
        /** The API key was already revoked, or a request with this Idempotency-Key is still running. */
        RevokeConflict: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "API_KEY_ALREADY_REVOKED" | "IDEMPOTENCY_CONFLICT";
                };
            };
        };
        /** Requests over time. */
        Usage: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": Usage;
            };
        };
        /** What happened to the API key, newest first. */
        ApiKeyEvents: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Link: components["headers"]["Link"];
                "X-Total-Count": components["headers"]["TotalCount"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ApiKeyEvent[];
            };
        };
        /** What the use of the key says about it. */
        ApiKeyAdvice: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ApiKeyAdvice;
            };
        };
        /** What each reported text is, in the order of the reports. */
        GithubLeakVerdicts: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": GithubLeakVerdict[];
            };
        };
        /** The signature does not fit the body, is not made with a key of GitHub that this server knows, or the request is not HTTP or JSON as it should be. */
        InvalidGithubSignature: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "INVALID_REQUEST";
                };
            };
        };
        /** A page of requests, newest first. */
        LoggedRequests: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Link: components["headers"]["Link"];
                [name: string]: unknown;
            };
            content: {
                "application/json": LoggedRequest[];
            };
        };
        /** The request. */
        LoggedRequest: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": LoggedRequest;
            };
        };
        /** The request log has no such request of this account. */
        RequestNotFound: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "REQUEST_NOT_FOUND";
                };
            };
        };
        /** The organizations that the key reaches, newest first. */
        Organizations: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Link: components["headers"]["Link"];
                "X-Total-Count": components["headers"]["TotalCount"];
                [name: string]: unknown;
            };
            content: {
                "application/json": Organization[];
            };
        };
        /** The new organization. */
        CreatedOrganization: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Location: components["headers"]["Location"];
                "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": Organization;
            };
        };
        /** The API key lacks a scope, or does not reach the organization, which may not exist. */
        OrganizationDenied: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "PERMISSION_DENIED";
                };
            };
        };
        /** The account belongs to 100 organizations, or a request with this Idempotency-Key is still running, or its response belongs to another caller. */
        OrganizationConflict: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "IDEMPOTENCY_CONFLICT" | "ORGANIZATION_LIMIT_REACHED";
                };
            };
        };
        /** The organization. */
        Organization: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": Organization;
            };
        };
        /** The organization has datasets. */
        OrganizationNotEmpty: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "ORGANIZATION_NOT_EMPTY";
                };
            };
        };
        /** A page of credit entries, newest first. */
        CreditEntries: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Link: components["headers"]["Link"];
                [name: string]: unknown;
            };
            content: {
                "application/json": CreditEntry[];
            };
        };
        /** A page of members, newest first. */
        Members: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Link: components["headers"]["Link"];
                [name: string]: unknown;
            };
            content: {
                "application/json": Member[];
            };
        };
        /** The organization has no such member. */
        MemberNotFound: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "MEMBER_NOT_FOUND";
                };
            };
        };
        /** The member. */
        Member: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": Member;
            };
        };
        /** A page of open invitations, newest first. */
        Invitations: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Link: components["headers"]["Link"];
                [name: string]: unknown;
            };
            content: {
                "application/json": Invitation[];
            };
        };
        /** The new invitation with its token, which is returned this once. */
        IssuedInvitation: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Location: components["headers"]["Location"];
                "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": IssuedInvitation;
            };
        };
        /** The person is already a member, or the organization has 100 open invitations, or a request with this Idempotency-Key is still running, or its response belongs to another caller. */
        InvitationConflict: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "ALREADY_MEMBER" | "IDEMPOTENCY_CONFLICT" | "INVITATION_LIMIT_REACHED";
                };
            };
        };
        /** There is no such open invitation. */
        InvitationNotFound: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "INVITATION_NOT_FOUND";
                };
            };
        };
        /** The organization that the person now belongs to. */
        JoinedOrganization: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": Organization;
            };
        };
        /** The invitation is for another email address, or an API key was presented. */
        InvitationDenied: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "PERMISSION_DENIED";
                };
            };
        };
        /** The invitation has expired. */
        InvitationExpired: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "INVITATION_EXPIRED";
                };
            };
        };
        /** Datasets, newest first. */
        Datasets: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Link: components["headers"]["Link"];
                "X-Total-Count": components["headers"]["TotalCount"];
                [name: string]: unknown;
            };
            content: {
                "application/json": Dataset[];
            };
        };
        /** The dataset. Its generation begins when its turn comes. */
        CreatedDataset: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Location: components["headers"]["Location"];
                "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": Dataset;
            };
        };
        /** The organization has fewer credits than samples asked for. */
        InsufficientCredits: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "INSUFFICIENT_CREDITS";
                };
            };
        };
        /** A request with this Idempotency-Key is still running, or its response belongs to another API key. */
        IdempotencyConflict: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "IDEMPOTENCY_CONFLICT";
                };
            };
        };
        /** Parameters or body break the contract, the model cannot be used, or the Idempotency-Key was used with a different request. */
        InvalidDataset: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "VALIDATION_ERROR" | "INVALID_MODEL" | "IDEMPOTENCY_KEY_REUSED";
                };
            };
        };
        /** The dataset. */
        Dataset: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": Dataset;
            };
        };
        /** The API key reaches no dataset with this id. */
        DatasetNotFound: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "DATASET_NOT_FOUND";
                };
            };
        };
        /** A presigned URL of the archive. */
        DatasetDownload: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": DatasetDownload;
            };
        };
        /** The dataset has no archive yet, or its generation failed. */
        DatasetNotReady: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "DATASET_NOT_READY";
                };
            };
        };
        /** The dataset's archive was removed after its retention period. */
        DatasetExpired: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "DATASET_EXPIRED";
                };
            };
        };
        /** A page of webhook endpoints, newest first. */
        WebhookEndpoints: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Link: components["headers"]["Link"];
                [name: string]: unknown;
            };
            content: {
                "application/json": WebhookEndpoint[];
            };
        };
        /** The webhook endpoint with its new secret, which is returned this once. */
        IssuedWebhookEndpoint: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Location: components["headers"]["Location"];
                "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": IssuedWebhookEndpoint;
            };
        };
        /** The organization has 20 webhook endpoints, or a request with this Idempotency-Key is still running, or its response belongs to another caller. */
        WebhookEndpointConflict: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "IDEMPOTENCY_CONFLICT" | "WEBHOOK_ENDPOINT_LIMIT_REACHED";
                };
            };
        };
        /** The webhook endpoint. */
        WebhookEndpoint: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": WebhookEndpoint;
            };
        };
        /** The organization has no such webhook endpoint. */
        WebhookEndpointNotFound: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "WEBHOOK_ENDPOINT_NOT_FOUND";
                };
            };
        };
        /** The delivery of a test event. It is on its way. */
        CreatedWebhookDelivery: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": WebhookDelivery;
            };
        };
        /** The webhook endpoint is disabled, or a request with this Idempotency-Key is still running, or its response belongs to another caller. */
        WebhookDeliveryConflict: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "IDEMPOTENCY_CONFLICT" | "WEBHOOK_ENDPOINT_DISABLED";
                };
            };
        };
        /** A page of deliveries, newest first. */
        WebhookDeliveries: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Link: components["headers"]["Link"];
                [name: string]: unknown;
            };
            content: {
                "application/json": WebhookDelivery[];
            };
        };
        /** The delivery, which is due again. */
        ReplayedWebhookDelivery: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": WebhookDelivery;
            };
        };
        /** The organization has no such webhook endpoint, or the endpoint no such delivery. */
        WebhookDeliveryNotFound: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "WEBHOOK_DELIVERY_NOT_FOUND" | "WEBHOOK_ENDPOINT_NOT_FOUND";
                };
            };
        };
        /** The models that the key reaches, newest first. */
        Models: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Link: components["headers"]["Link"];
                "X-Total-Count": components["headers"]["TotalCount"];
                [name: string]: unknown;
            };
            content: {
                "application/json": Model[];
            };
        };
        /** The model. */
        Model: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": Model;
            };
        };
        /** The API key reaches no model with this id. */
        ModelNotFound: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                RateLimit: components["headers"]["RateLimitState"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "MODEL_NOT_FOUND";
                };
            };
        };
        /** The whole file. */
        File: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                ETag: components["headers"]["ETag"];
                "Accept-Ranges": components["headers"]["AcceptRanges"];
                "Content-Length": components["headers"]["ContentLength"];
                "Content-Disposition": components["headers"]["ContentDisposition"];
                "Repr-Digest": components["headers"]["ReprDigest"];
                [name: string]: unknown;
            };
            content: {
                "application/zip": unknown;
            };
        };
        /** The range of the file that was asked for. */
        PartialFile: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                ETag: components["headers"]["ETag"];
                "Accept-Ranges": components["headers"]["AcceptRanges"];
                "Content-Range": components["headers"]["ContentRange"];
                "Content-Length": components["headers"]["ContentLength"];
                "Content-Disposition": components["headers"]["ContentDisposition"];
                "Repr-Digest": components["headers"]["ReprDigest"];
                [name: string]: unknown;
            };
            content: {
                "application/zip": unknown;
            };
        };
        /** The file is still the one that If-None-Match names. There is no body. */
        FileNotModified: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** The URL is not one that Sinkove signed, or its file is gone. */
        DownloadNotFound: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "DOWNLOAD_NOT_FOUND";
                };
            };
        };
        /** The URL has expired, or the API key that made it no longer gives access to the file. */
        DownloadGone: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "DOWNLOAD_EXPIRED" | "DOWNLOAD_REVOKED";
                };
            };
        };
        /** The Range lies outside the file. */
        RangeNotSatisfiable: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "RANGE_NOT_SATISFIABLE";
                };
            };
        };
        /** The download token breaks the contract. */
        InvalidDownloadToken: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": Problem & {
                    /** @enum {string} */
                    code?: "VALIDATION_ERROR";
                };
            };
        };
    };
    parameters: {
        /** The organization's id. */
        OrganizationId: Uuid;
        /** How many items to return at most. 1 to 500. Default: 100. */
        Limit: number;
        /** Where to go on; taken from the `Link` header of the page before, and opaque. 1 to 512 characters. */
        Cursor: string;
        /**
         * Makes it safe to send the request again. For 24 hours the same key with the same request returns the first response again, with `Idempotent-Replayed: true`, to every API key of the account. A response that contains a secret is returned only to the API key that got it first. 1 to 255 characters.
         * @example 5f0c1e7a-8d0b-4b51-9a38-2f1f4ad2c7a3
         */
        IdempotencyKey: string;
        /** The API key's id. */
        ApiKeyId: Uuid;
        /** The first moment to count, rounded down to the interval. Without it, 24 hours before `to` for hours, 30 days before it for days. */
        From: Timestamp;
        /** The moment to count up to, rounded up to the interval. Without it, now. At most 744 intervals after `from`. */
        To: Timestamp;
        /** The length of a bucket. Default: "day". */
        Interval: UsageInterval;
        /**
         * Which of GitHub's public keys verifies the signature. 1 to 200 characters.
         * @example bcb53661c06b4728e59d897fb6165d5c9cda0fd9cdf9d09ead458168deb7518c
         */
        GithubKeyIdentifier: string;
        /**
         * The signature of the bytes of the body, as ASN.1 in base64. 1 to 200 characters.
         * @example MEQCIQDaMKqrGnE27S0kgMrEK0eYBmyG0LeZismAEz/BgZyt7AIfXt9fErtRS4XaeSt/AO1RtBY66YcAdjxji410VQV4xg==
         */
        GithubKeySignature: string;
        /** Only requests with this API key. */
        ApiKeyIdFilter: Uuid;
        /** Only requests of API keys, or only those of the person. */
        ActorTypeFilter: "api_key" | "person";
        /** Only requests of the operation with this `operationId`. At most 100 characters. */
        OperationFilter: string;
        /** Only responses of this class of status. */
        StatusClassFilter: "2xx" | "3xx" | "4xx" | "5xx";
        /** Only requests that were refused with this code. */
        ErrorCodeFilter: ErrorCode;
        /** Only requests from this moment on. */
        OccurredAfter: Timestamp;
        /** Only requests before this moment. */
        OccurredBefore: Timestamp;
        /** The request's id, from its `X-Request-ID` header or an error's `requestId`. */
        RequestId: Uuid;
        /** Only entries of this kind. */
        CreditEntryKindFilter: CreditEntryKind;
        /** Only entries that were made at this moment or later. */
        CreditEntriesCreatedAfter: Timestamp;
        /** Only entries that were made before this moment. */
        CreditEntriesCreatedBefore: Timestamp;
        /** The id of the person's account. */
        AccountId: Uuid;
        /** The invitation's id. */
        InvitationId: Uuid;
        /** Only datasets in this state. */
        State: DatasetState;
        /** Only datasets of this model. */
        ModelIdFilter: Uuid;
        /** Only datasets that were created at this moment or later. */
        CreatedAfter: Timestamp;
        /** Only datasets that were created before this moment. */
        CreatedBefore: Timestamp;
        /** The dataset's id. */
        DatasetId: Uuid;
        /** The webhook endpoint's id. */
        WebhookEndpointId: Uuid;
        /** Only deliveries with this status. */
        WebhookDeliveryStatusFilter: WebhookDeliveryStatus;
        /** The delivery's id. */
        WebhookDeliveryId: Uuid;
        /** The model's id. */
        ModelId: Uuid;
        /**
         * The signed token that a presigned URL ends with. It says which file, until when, and which API key made it. 1 to 512 characters.
         * @example v1.AZqOEcOAcACAAAAAAAAAAQ.1795600800.pB6e0dWc9mHk3sT7uYxZ1aQfGhJkLmNoPqRsTuVwXyz
         */
        DownloadToken: string;
        /**
         * One range of bytes to answer with (RFC 9110, section 14.2); others are ignored.
         * @example bytes=0-1048575
         */
        Range: string;
        /**
         * Honour Range only if the file is still this one, by its ETag (RFC 9110, section 13.1.5).
         * @example "3f8a0c"
         */
        IfRange: string;
        /**
         * Answer 304 if the file is still this one, by its ETag (RFC 9110, section 13.1.2).
         * @example "3f8a0c"
         */
        IfNoneMatch: string;
    };
    requestBodies: never;
    headers: {
        /**
         * The request's id, also in problems and in Sinkove's logs; tell it to support.
         * @example 01939ae2-4c1e-7d0a-8f51-0a4f4c7d9b21
         */
        RequestId: Uuid;
        /**
         * How many requests the bucket holds. With several buckets, all three `X-RateLimit-*` headers describe the one with fewer requests left.
         * @example 100
         */
        RateLimitLimit: number;
        /**
         * How many requests are left in that bucket. An estimate when several servers share the bucket.
         * @example 99
         */
        RateLimitRemaining: number;
        /**
         * When that bucket is full again, in seconds since 1970-01-01T00:00:00Z.
         * @example 1795600861
         */
        RateLimitReset: number;
        /**
         * The policies that apply, each `q` requests in `w` seconds (IETF draft ietf-httpapi-ratelimit-headers): `"per-account"`,
         *     and `"per-key"` if the key has a limit of its own. A session has `"per-session"` instead of both. A 429 for too many failed authentications has `"per-address"`.
         * @example "per-account";q=100;w=60, "per-key";q=20;w=60
         */
        RateLimitPolicy: string;
        /**
         * The requests left under each policy (`r`), and the seconds until its bucket is full again (`t`) (IETF draft
         *     ietf-httpapi-ratelimit-headers).
         * @example "per-account";r=99;t=1, "per-key";r=19;t=3
         */
        RateLimitState: string;
        /**
         * When the presented key was rotated, as `@` and seconds since 1970 (RFC 9745); its successor should be used.
         * @example @1795600800
         */
        Deprecation: string;
        /**
         * When the presented, rotated key stops working, as an HTTP date (RFC 8594).
         * @example Wed, 25 Nov 2026 10:00:00 GMT
         */
        Sunset: string;
        /**
         * The challenge (RFC 6750, section 3).
         * @example Bearer realm="sinkove", error="invalid_token"
         */
        WwwAuthenticate: string;
        /**
         * How many seconds to wait before trying again (RFC 9110, section 10.2.3).
         * @example 12
         */
        RetryAfter: number;
        /**
         * The next page, as `<url>; rel="next"` (RFC 8288); absent on the last one.
         * @example <https://api.sinkove.com/v1/datasets?cursor=MDE5MzlhZTI>; rel="next"
         */
        Link: string;
        /**
         * How many items there are on all pages, where that is cheap to tell.
         * @example 3
         */
        TotalCount: number;
        /**
         * The path of what was created.
         * @example /v1/datasets/01939ae2-5d40-7a1f-9b2e-6f0c2d8e4a17
         */
        Location: string;
        /**
         * `true` if this is the stored response to an earlier request with the same Idempotency-Key.
         * @example true
         */
        IdempotentReplayed: "true";
        /**
         * Names the file's content.
         * @example "3f8a0c"
         */
        ETag: string;
        /**
         * Ranges of bytes can be asked for.
         * @example bytes
         */
        AcceptRanges: "bytes";
        /**
         * The length of this response's body in bytes.
         * @example 1048576
         */
        ContentLength: number;
        /**
         * The name to save the file under (RFC 6266).
         * @example attachment; filename="01939ae2-5d40-7a1f-9b2e-6f0c2d8e4a17.zip"
         */
        ContentDisposition: string;
        /**
         * The SHA-256 of the whole file (RFC 9530).
         * @example sha-256=:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=:
         */
        ReprDigest: string;
        /**
         * Which bytes of the file these are (RFC 9110, section 14.4).
         * @example bytes 0-1048575/26214400
         */
        ContentRange: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Me"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Deleted"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["SessionDenied"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["LastOwner"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteMembership: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Deleted"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["SessionDenied"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["LastOwner"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /** How many items to return at most. 1 to 500. Default: 100. */
                limit?: components["parameters"]["Limit"];
                /** Where to go on; taken from the `Link` header of the page before, and opaque. 1 to 512 characters. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ApiKeys"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Makes it safe to send the request again. For 24 hours the same key with the same request returns the first response again, with `Idempotent-Replayed: true`, to every API key of the account. A response that contains a secret is returned only to the API key that got it first. 1 to 255 characters.
                 * @example 5f0c1e7a-8d0b-4b51-9a38-2f1f4ad2c7a3
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": CreateApiKeyRequest;
            };
        };
        responses: {
            201: components["responses"]["IssuedApiKey"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["GrantDenied"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["CreateApiKeyConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidWrite"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    reportApiKeyLeak: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": ReportApiKeyLeakRequest;
            };
        };
        responses: {
            202: components["responses"]["LeakReportAccepted"];
            400: components["responses"]["InvalidRequest"];
            413: components["responses"]["PublicPayloadTooLarge"];
            415: components["responses"]["PublicUnsupportedMediaType"];
            422: components["responses"]["PublicInvalidBody"];
            429: components["responses"]["TooManyLeakReports"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The API key's id. */
                apiKeyId: components["parameters"]["ApiKeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ApiKey"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["ApiKeyNotFound"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The API key's id. */
                apiKeyId: components["parameters"]["ApiKeyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": UpdateApiKeyRequest;
            };
        };
        responses: {
            200: components["responses"]["UpdatedApiKey"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["GrantDenied"];
            404: components["responses"]["ApiKeyNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["UpdateApiKeyConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidBody"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rotateApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Makes it safe to send the request again. For 24 hours the same key with the same request returns the first response again, with `Idempotent-Replayed: true`, to every API key of the account. A response that contains a secret is returned only to the API key that got it first. 1 to 255 characters.
                 * @example 5f0c1e7a-8d0b-4b51-9a38-2f1f4ad2c7a3
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** The API key's id. */
                apiKeyId: components["parameters"]["ApiKeyId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": RotateApiKeyRequest;
            };
        };
        responses: {
            201: components["responses"]["IssuedApiKey"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["GrantDenied"];
            404: components["responses"]["ApiKeyNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["RotateConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidWrite"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Makes it safe to send the request again. For 24 hours the same key with the same request returns the first response again, with `Idempotent-Replayed: true`, to every API key of the account. A response that contains a secret is returned only to the API key that got it first. 1 to 255 characters.
                 * @example 5f0c1e7a-8d0b-4b51-9a38-2f1f4ad2c7a3
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** The API key's id. */
                apiKeyId: components["parameters"]["ApiKeyId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": RevokeApiKeyRequest;
            };
        };
        responses: {
            200: components["responses"]["RevokedApiKey"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["RevokeDenied"];
            404: components["responses"]["ApiKeyNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["RevokeConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidWrite"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getApiKeyUsage: {
        parameters: {
            query?: {
                /** The first moment to count, rounded down to the interval. Without it, 24 hours before `to` for hours, 30 days before it for days. */
                from?: components["parameters"]["From"];
                /** The moment to count up to, rounded up to the interval. Without it, now. At most 744 intervals after `from`. */
                to?: components["parameters"]["To"];
                /** The length of a bucket. Default: "day". */
                interval?: components["parameters"]["Interval"];
            };
            header?: never;
            path: {
                /** The API key's id. */
                apiKeyId: components["parameters"]["ApiKeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Usage"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["ApiKeyNotFound"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listApiKeyEvents: {
        parameters: {
            query?: {
                /** How many items to return at most. 1 to 500. Default: 100. */
                limit?: components["parameters"]["Limit"];
                /** Where to go on; taken from the `Link` header of the page before, and opaque. 1 to 512 characters. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** The API key's id. */
                apiKeyId: components["parameters"]["ApiKeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ApiKeyEvents"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["ApiKeyNotFound"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getApiKeyAdvice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The API key's id. */
                apiKeyId: components["parameters"]["ApiKeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ApiKeyAdvice"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["ApiKeyNotFound"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    reportGithubLeaks: {
        parameters: {
            query?: never;
            header: {
                /**
                 * Which of GitHub's public keys verifies the signature. 1 to 200 characters.
                 * @example bcb53661c06b4728e59d897fb6165d5c9cda0fd9cdf9d09ead458168deb7518c
                 */
                "Github-Public-Key-Identifier": components["parameters"]["GithubKeyIdentifier"];
                /**
                 * The signature of the bytes of the body, as ASN.1 in base64. 1 to 200 characters.
                 * @example MEQCIQDaMKqrGnE27S0kgMrEK0eYBmyG0LeZismAEz/BgZyt7AIfXt9fErtRS4XaeSt/AO1RtBY66YcAdjxji410VQV4xg==
                 */
                "Github-Public-Key-Signature": components["parameters"]["GithubKeySignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": GithubLeakReports;
            };
        };
        responses: {
            200: components["responses"]["GithubLeakVerdicts"];
            400: components["responses"]["InvalidGithubSignature"];
            413: components["responses"]["PublicPayloadTooLarge"];
            415: components["responses"]["PublicUnsupportedMediaType"];
            422: components["responses"]["PublicInvalidBody"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getUsage: {
        parameters: {
            query?: {
                /** The first moment to count, rounded down to the interval. Without it, 24 hours before `to` for hours, 30 days before it for days. */
                from?: components["parameters"]["From"];
                /** The moment to count up to, rounded up to the interval. Without it, now. At most 744 intervals after `from`. */
                to?: components["parameters"]["To"];
                /** The length of a bucket. Default: "day". */
                interval?: components["parameters"]["Interval"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Usage"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listRequests: {
        parameters: {
            query?: {
                /** How many items to return at most. 1 to 500. Default: 100. */
                limit?: components["parameters"]["Limit"];
                /** Where to go on; taken from the `Link` header of the page before, and opaque. 1 to 512 characters. */
                cursor?: components["parameters"]["Cursor"];
                /** Only requests with this API key. */
                apiKeyId?: components["parameters"]["ApiKeyIdFilter"];
                /** Only requests of API keys, or only those of the person. */
                actorType?: components["parameters"]["ActorTypeFilter"];
                /** Only requests of the operation with this `operationId`. At most 100 characters. */
                operation?: components["parameters"]["OperationFilter"];
                /** Only responses of this class of status. */
                statusClass?: components["parameters"]["StatusClassFilter"];
                /** Only requests that were refused with this code. */
                code?: components["parameters"]["ErrorCodeFilter"];
                /** Only requests from this moment on. */
                occurredAfter?: components["parameters"]["OccurredAfter"];
                /** Only requests before this moment. */
                occurredBefore?: components["parameters"]["OccurredBefore"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["LoggedRequests"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The request's id, from its `X-Request-ID` header or an error's `requestId`. */
                requestId: components["parameters"]["RequestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["LoggedRequest"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["RequestNotFound"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listOrganizations: {
        parameters: {
            query?: {
                /** How many items to return at most. 1 to 500. Default: 100. */
                limit?: components["parameters"]["Limit"];
                /** Where to go on; taken from the `Link` header of the page before, and opaque. 1 to 512 characters. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Organizations"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createOrganization: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Makes it safe to send the request again. For 24 hours the same key with the same request returns the first response again, with `Idempotent-Replayed: true`, to every API key of the account. A response that contains a secret is returned only to the API key that got it first. 1 to 255 characters.
                 * @example 5f0c1e7a-8d0b-4b51-9a38-2f1f4ad2c7a3
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": CreateOrganizationRequest;
            };
        };
        responses: {
            201: components["responses"]["CreatedOrganization"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["OrganizationDenied"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["OrganizationConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidWrite"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Organization"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["OrganizationDenied"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Deleted"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["OrganizationDenied"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["OrganizationNotEmpty"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": UpdateOrganizationRequest;
            };
        };
        responses: {
            200: components["responses"]["Organization"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["OrganizationDenied"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidBody"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listCreditEntries: {
        parameters: {
            query?: {
                /** How many items to return at most. 1 to 500. Default: 100. */
                limit?: components["parameters"]["Limit"];
                /** Where to go on; taken from the `Link` header of the page before, and opaque. 1 to 512 characters. */
                cursor?: components["parameters"]["Cursor"];
                /** Only entries of this kind. */
                kind?: components["parameters"]["CreditEntryKindFilter"];
                /** Only entries that were made at this moment or later. */
                createdAfter?: components["parameters"]["CreditEntriesCreatedAfter"];
                /** Only entries that were made before this moment. */
                createdBefore?: components["parameters"]["CreditEntriesCreatedBefore"];
            };
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CreditEntries"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["OrganizationDenied"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** How many items to return at most. 1 to 500. Default: 100. */
                limit?: components["parameters"]["Limit"];
                /** Where to go on; taken from the `Link` header of the page before, and opaque. 1 to 512 characters. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Members"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["OrganizationDenied"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
                /** The id of the person's account. */
                accountId: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Deleted"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["OrganizationDenied"];
            404: components["responses"]["MemberNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["LastOwner"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
                /** The id of the person's account. */
                accountId: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": UpdateMemberRequest;
            };
        };
        responses: {
            200: components["responses"]["Member"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["OrganizationDenied"];
            404: components["responses"]["MemberNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["LastOwner"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidBody"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** How many items to return at most. 1 to 500. Default: 100. */
                limit?: components["parameters"]["Limit"];
                /** Where to go on; taken from the `Link` header of the page before, and opaque. 1 to 512 characters. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Invitations"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["OrganizationDenied"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createInvitation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Makes it safe to send the request again. For 24 hours the same key with the same request returns the first response again, with `Idempotent-Replayed: true`, to every API key of the account. A response that contains a secret is returned only to the API key that got it first. 1 to 255 characters.
                 * @example 5f0c1e7a-8d0b-4b51-9a38-2f1f4ad2c7a3
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": CreateInvitationRequest;
            };
        };
        responses: {
            201: components["responses"]["IssuedInvitation"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["OrganizationDenied"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["InvitationConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidWrite"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
                /** The invitation's id. */
                invitationId: components["parameters"]["InvitationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Deleted"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["OrganizationDenied"];
            404: components["responses"]["InvitationNotFound"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Makes it safe to send the request again. For 24 hours the same key with the same request returns the first response again, with `Idempotent-Replayed: true`, to every API key of the account. A response that contains a secret is returned only to the API key that got it first. 1 to 255 characters.
                 * @example 5f0c1e7a-8d0b-4b51-9a38-2f1f4ad2c7a3
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": AcceptInvitationRequest;
            };
        };
        responses: {
            200: components["responses"]["JoinedOrganization"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["InvitationDenied"];
            404: components["responses"]["InvitationNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["OrganizationConflict"];
            410: components["responses"]["InvitationExpired"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidWrite"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listOrganizationDatasets: {
        parameters: {
            query?: {
                /** How many items to return at most. 1 to 500. Default: 100. */
                limit?: components["parameters"]["Limit"];
                /** Where to go on; taken from the `Link` header of the page before, and opaque. 1 to 512 characters. */
                cursor?: components["parameters"]["Cursor"];
                /** Only datasets in this state. */
                state?: components["parameters"]["State"];
                /** Only datasets of this model. */
                modelId?: components["parameters"]["ModelIdFilter"];
                /** Only datasets that were created at this moment or later. */
                createdAfter?: components["parameters"]["CreatedAfter"];
                /** Only datasets that were created before this moment. */
                createdBefore?: components["parameters"]["CreatedBefore"];
            };
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Datasets"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["OrganizationDenied"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createOrganizationDataset: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Makes it safe to send the request again. For 24 hours the same key with the same request returns the first response again, with `Idempotent-Replayed: true`, to every API key of the account. A response that contains a secret is returned only to the API key that got it first. 1 to 255 characters.
                 * @example 5f0c1e7a-8d0b-4b51-9a38-2f1f4ad2c7a3
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": CreateOrganizationDatasetRequest;
            };
        };
        responses: {
            201: components["responses"]["CreatedDataset"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["InsufficientCredits"];
            403: components["responses"]["OrganizationDenied"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["IdempotencyConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidDataset"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getOrganizationDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
                /** The dataset's id. */
                datasetId: components["parameters"]["DatasetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Dataset"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["OrganizationDenied"];
            404: components["responses"]["DatasetNotFound"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteOrganizationDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
                /** The dataset's id. */
                datasetId: components["parameters"]["DatasetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Deleted"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["OrganizationDenied"];
            404: components["responses"]["DatasetNotFound"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getOrganizationDatasetDownload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
                /** The dataset's id. */
                datasetId: components["parameters"]["DatasetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DatasetDownload"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["OrganizationDenied"];
            404: components["responses"]["DatasetNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["DatasetNotReady"];
            410: components["responses"]["DatasetExpired"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listWebhookEndpoints: {
        parameters: {
            query?: {
                /** How many items to return at most. 1 to 500. Default: 100. */
                limit?: components["parameters"]["Limit"];
                /** Where to go on; taken from the `Link` header of the page before, and opaque. 1 to 512 characters. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WebhookEndpoints"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["OrganizationDenied"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Makes it safe to send the request again. For 24 hours the same key with the same request returns the first response again, with `Idempotent-Replayed: true`, to every API key of the account. A response that contains a secret is returned only to the API key that got it first. 1 to 255 characters.
                 * @example 5f0c1e7a-8d0b-4b51-9a38-2f1f4ad2c7a3
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": CreateWebhookEndpointRequest;
            };
        };
        responses: {
            201: components["responses"]["IssuedWebhookEndpoint"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["OrganizationDenied"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["WebhookEndpointConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidWrite"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
                /** The webhook endpoint's id. */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WebhookEndpoint"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["OrganizationDenied"];
            404: components["responses"]["WebhookEndpointNotFound"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
                /** The webhook endpoint's id. */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Deleted"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["OrganizationDenied"];
            404: components["responses"]["WebhookEndpointNotFound"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
                /** The webhook endpoint's id. */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": UpdateWebhookEndpointRequest;
            };
        };
        responses: {
            200: components["responses"]["WebhookEndpoint"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["OrganizationDenied"];
            404: components["responses"]["WebhookEndpointNotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidBody"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rotateWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Makes it safe to send the request again. For 24 hours the same key with the same request returns the first response again, with `Idempotent-Replayed: true`, to every API key of the account. A response that contains a secret is returned only to the API key that got it first. 1 to 255 characters.
                 * @example 5f0c1e7a-8d0b-4b51-9a38-2f1f4ad2c7a3
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
                /** The webhook endpoint's id. */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": RotateWebhookEndpointRequest;
            };
        };
        responses: {
            201: components["responses"]["IssuedWebhookEndpoint"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["OrganizationDenied"];
            404: components["responses"]["WebhookEndpointNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["IdempotencyConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidWrite"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    testWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Makes it safe to send the request again. For 24 hours the same key with the same request returns the first response again, with `Idempotent-Replayed: true`, to every API key of the account. A response that contains a secret is returned only to the API key that got it first. 1 to 255 characters.
                 * @example 5f0c1e7a-8d0b-4b51-9a38-2f1f4ad2c7a3
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
                /** The webhook endpoint's id. */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: components["responses"]["CreatedWebhookDelivery"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["OrganizationDenied"];
            404: components["responses"]["WebhookEndpointNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["WebhookDeliveryConflict"];
            422: components["responses"]["InvalidWrite"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** Only deliveries with this status. */
                status?: components["parameters"]["WebhookDeliveryStatusFilter"];
                /** How many items to return at most. 1 to 500. Default: 100. */
                limit?: components["parameters"]["Limit"];
                /** Where to go on; taken from the `Link` header of the page before, and opaque. 1 to 512 characters. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
                /** The webhook endpoint's id. */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WebhookDeliveries"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["OrganizationDenied"];
            404: components["responses"]["WebhookEndpointNotFound"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Makes it safe to send the request again. For 24 hours the same key with the same request returns the first response again, with `Idempotent-Replayed: true`, to every API key of the account. A response that contains a secret is returned only to the API key that got it first. 1 to 255 characters.
                 * @example 5f0c1e7a-8d0b-4b51-9a38-2f1f4ad2c7a3
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** The organization's id. */
                organizationId: components["parameters"]["OrganizationId"];
                /** The webhook endpoint's id. */
                webhookEndpointId: components["parameters"]["WebhookEndpointId"];
                /** The delivery's id. */
                webhookDeliveryId: components["parameters"]["WebhookDeliveryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ReplayedWebhookDelivery"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["OrganizationDenied"];
            404: components["responses"]["WebhookDeliveryNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["WebhookDeliveryConflict"];
            422: components["responses"]["InvalidWrite"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listModels: {
        parameters: {
            query?: {
                /** How many items to return at most. 1 to 500. Default: 100. */
                limit?: components["parameters"]["Limit"];
                /** Where to go on; taken from the `Link` header of the page before, and opaque. 1 to 512 characters. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Models"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The model's id. */
                modelId: components["parameters"]["ModelId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Model"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["ModelNotFound"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listDatasets: {
        parameters: {
            query?: {
                /** How many items to return at most. 1 to 500. Default: 100. */
                limit?: components["parameters"]["Limit"];
                /** Where to go on; taken from the `Link` header of the page before, and opaque. 1 to 512 characters. */
                cursor?: components["parameters"]["Cursor"];
                /** Only datasets in this state. */
                state?: components["parameters"]["State"];
                /** Only datasets of this model. */
                modelId?: components["parameters"]["ModelIdFilter"];
                /** Only datasets that were created at this moment or later. */
                createdAfter?: components["parameters"]["CreatedAfter"];
                /** Only datasets that were created before this moment. */
                createdBefore?: components["parameters"]["CreatedBefore"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Datasets"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createDataset: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * Makes it safe to send the request again. For 24 hours the same key with the same request returns the first response again, with `Idempotent-Replayed: true`, to every API key of the account. A response that contains a secret is returned only to the API key that got it first. 1 to 255 characters.
                 * @example 5f0c1e7a-8d0b-4b51-9a38-2f1f4ad2c7a3
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": CreateDatasetRequest;
            };
        };
        responses: {
            201: components["responses"]["CreatedDataset"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["InsufficientCredits"];
            403: components["responses"]["OrganizationDenied"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["IdempotencyConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidDataset"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The dataset's id. */
                datasetId: components["parameters"]["DatasetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Dataset"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["DatasetNotFound"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The dataset's id. */
                datasetId: components["parameters"]["DatasetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Deleted"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["DatasetNotFound"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getDatasetDownload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The dataset's id. */
                datasetId: components["parameters"]["DatasetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DatasetDownload"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PermissionDenied"];
            404: components["responses"]["DatasetNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["DatasetNotReady"];
            410: components["responses"]["DatasetExpired"];
            422: components["responses"]["InvalidParameters"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    downloadFile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * One range of bytes to answer with (RFC 9110, section 14.2); others are ignored.
                 * @example bytes=0-1048575
                 */
                Range?: components["parameters"]["Range"];
                /**
                 * Honour Range only if the file is still this one, by its ETag (RFC 9110, section 13.1.5).
                 * @example "3f8a0c"
                 */
                "If-Range"?: components["parameters"]["IfRange"];
                /**
                 * Answer 304 if the file is still this one, by its ETag (RFC 9110, section 13.1.2).
                 * @example "3f8a0c"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * The signed token that a presigned URL ends with. It says which file, until when, and which API key made it. 1 to 512 characters.
                 * @example v1.AZqOEcOAcACAAAAAAAAAAQ.1795600800.pB6e0dWc9mHk3sT7uYxZ1aQfGhJkLmNoPqRsTuVwXyz
                 */
                downloadToken: components["parameters"]["DownloadToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["File"];
            206: components["responses"]["PartialFile"];
            304: components["responses"]["FileNotModified"];
            400: components["responses"]["InvalidRequest"];
            404: components["responses"]["DownloadNotFound"];
            410: components["responses"]["DownloadGone"];
            416: components["responses"]["RangeNotSatisfiable"];
            422: components["responses"]["InvalidDownloadToken"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
