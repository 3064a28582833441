import type { DatasetState, MemberRole } from "@sinkove/contract";
import type { Awaitable } from "../awaitable.ts";
import type { CreditReader, CreditWriter, FirstGrant } from "./credits.ts";
import type { JobStore } from "./jobs.ts";
import type { MailStore, MailWriter } from "./mails.ts";
import type { RateLimitStore } from "./rate-limits.ts";
import type {
  AccountChanges,
  AccountRecord,
  ApiKeyChanges,
  ApiKeyEventRecord,
  ApiKeyRecord,
  DatasetRecord,
  ExpiryNotice,
  IdempotencyRecord,
  InvitationRecord,
  MembershipRecord,
  ModelRecord,
  Moment,
  OrganizationChanges,
  OrganizationRecord,
  UsageRecord,
  UsageSum,
} from "./records.ts";
import type { RequestLogReader, RequestLogStore } from "./request-log.ts";
import type { WebhookReader, WebhookStore, WebhookWriter } from "./webhooks.ts";

/** A place in a list that is sorted by `createdAt` and `id`, newest first. */
export interface Position {
  readonly createdAt: Moment;
  readonly id: string;
}

/** A part of a list: at most `limit` records that come after a position. */
export interface PageRequest {
  readonly limit: number;
  readonly after?: Position | undefined;
}

/** Which datasets to list. */
export interface DatasetFilter {
  readonly organizationIds: readonly string[];
  readonly modelId?: string | undefined;
  readonly createdAfter?: Moment | undefined;
  readonly createdBefore?: Moment | undefined;
  /** A state as it is at `now`. */
  readonly state?: { readonly is: DatasetState; readonly now: Moment } | undefined;
}

/** Which keys: those of an account, or some of them. */
export interface ApiKeyFilter {
  readonly accountId: string;
  /** Only keys that are limited to these organizations or to some of them. Null for all keys. */
  readonly within: readonly string[] | null;
}

/** Which requests to count: those of the keys, from `from` up to but not including `to`. */
export interface UsageFilter extends ApiKeyFilter {
  readonly apiKeyId?: string | undefined;
  readonly from: Moment;
  readonly to: Moment;
  /** How long the intervals are that begin with `from`, in milliseconds. Requests of one interval are summed up. */
  readonly interval: number;
}

/** A role in an organization. */
export type Membership = Pick<MembershipRecord, "organizationId" | "role">;

/** Everything that authenticating a person needs, in one look-up. */
export interface AccountCredentials {
  readonly account: AccountRecord;
  /** Every organization of the account. */
  readonly memberships: readonly Membership[];
}

/** Everything that authenticating a key needs, in one look-up. */
export interface Credentials extends AccountCredentials {
  readonly apiKey: ApiKeyRecord;
  /** The dataset that was asked for too, if the store reads it in the same round trip. */
  readonly dataset?: DatasetRecord | undefined;
}

/** A member of an organization, as the organization sees it. */
export interface MemberRecord extends MembershipRecord {
  readonly name: string;
  readonly email: string | null;
}

/** An organization, and the credits that it begins with, if any. */
export interface NewOrganization
  extends Pick<OrganizationRecord, "id" | "name" | "createdAt" | "leakPolicy"> {
  readonly grant: FirstGrant | null;
}

/** What the API reads. */
export interface StoreReader extends RequestLogReader, CreditReader, WebhookReader {
  /** @param datasetId - a UUID that the request will look up next if the key may */
  findCredentials(hash: string, datasetId?: string): Awaitable<Credentials | undefined>;
  /** The same look-up by the id of a key of any account. */
  findCredentialsById(apiKeyId: string): Promise<Credentials | undefined>;
  findAccountCredentials(accountId: string): Awaitable<AccountCredentials | undefined>;
  findApiKey(accountId: string, id: string): Promise<ApiKeyRecord | undefined>;
  listApiKeys(filter: ApiKeyFilter, page: PageRequest): Promise<ApiKeyRecord[]>;
  /**
   * The keys of all accounts for which a notice of their expiry is due at `now` (see `dueNotice`) and not taken. Those
   * that expire first come first.
   */
  listExpiringApiKeys(now: Moment, limit: number): Promise<ApiKeyRecord[]>;
  listApiKeyEvents(apiKeyId: string, page: PageRequest): Promise<ApiKeyEventRecord[]>;
  /** Newest first; the credits that failed datasets give back at `now` are counted in. */
  listOrganizations(ids: readonly string[], now: Moment): Promise<OrganizationRecord[]>;
  /** Those who joined last first. */
  listMembers(organizationId: string): Promise<MemberRecord[]>;
  /** Those that have not expired at `now`, newest first. */
  listInvitations(organizationId: string, now: Moment): Promise<InvitationRecord[]>;
  findModel(id: string): Awaitable<ModelRecord | undefined>;
  /** The public models and those of the organizations. */
  listModels(organizationIds: readonly string[], page: PageRequest): Promise<ModelRecord[]>;
  findDataset(id: string): Awaitable<DatasetRecord | undefined>;
  listDatasets(filter: DatasetFilter, page: PageRequest): Promise<DatasetRecord[]>;
  listUsage(filter: UsageFilter): Promise<UsageSum[]>;
  lastUsedAt(filter: ApiKeyFilter): Promise<Moment | null>;
}

/** What the API writes, all within one transaction. */
export interface StoreWriter extends StoreReader, CreditWriter, MailWriter, WebhookWriter {
  insertAccount(account: AccountRecord): Promise<void>;
  updateAccount(id: string, changes: AccountChanges): Promise<void>;
  findAccountByEmail(email: string): Promise<AccountRecord | undefined>;
  /** @param accountIds - become its owners */
  insertOrganization(organization: NewOrganization, accountIds: readonly string[]): Promise<void>;
  /**
   * Locks an organization, its members and its invitations against other changes until the transaction ends.
   *
   * @returns undefined if the organization no longer exists
   */
  lockOrganization(id: string): Promise<OrganizationRecord | undefined>;
  updateOrganization(id: string, changes: OrganizationChanges): Promise<void>;
  /** Deletes an organization that has no datasets, with its members, invitations, models and webhooks. */
  deleteOrganization(id: string): Promise<void>;
  countDatasets(organizationId: string): Promise<number>;
  insertMembership(membership: MembershipRecord): Promise<void>;
  updateMembership(membership: MembershipKey, role: MemberRole): Promise<void>;
  deleteMembership(membership: MembershipKey): Promise<void>;
  insertInvitation(invitation: InvitationRecord): Promise<void>;
  findInvitationByHash(hash: string): Promise<InvitationRecord | undefined>;
  /** @returns whether there was one */
  deleteInvitation(organizationId: string, id: string): Promise<boolean>;
  deleteInvitationsTo(organizationId: string, email: string): Promise<void>;
  insertModel(model: ModelRecord): Promise<void>;
  insertApiKey(apiKey: ApiKeyRecord): Promise<void>;
  updateApiKey(id: string, changes: ApiKeyChanges): Promise<void>;
  listUnrevokedApiKeys(accountId: string): Promise<ApiKeyRecord[]>;
  /** The keys that a key has created, that these have created and so on, and the successors of each. Newest first. */
  listDescendants(apiKey: ApiKeyRecord): Promise<ApiKeyRecord[]>;
  /**
   * How many keys of the account are neither revoked nor expired. Only a transaction that changes keys
   * ({@link WriteScope.changesKeys}) can rely on the number until it ends.
   */
  countLiveApiKeys(accountId: string, now: Moment): Promise<number>;
  /**
   * Takes a notice of a key's expiry, and with it those that were due before it. Each expiry has its own notices.
   *
   * @returns false if this notice or a later one was already taken
   */
  takeExpiryNotice(notice: KeyExpiryNotice): Promise<boolean>;
  insertApiKeyEvent(event: ApiKeyEventRecord): Promise<void>;
  insertDataset(dataset: DatasetRecord): Promise<void>;
  /**
   * Deletes a dataset and its future events, and marks its archive for removal. A worker that is generating it loses
   * its lease.
   *
   * @returns the dataset as it was; undefined if another call deleted it first
   */
  deleteDataset(id: string): Promise<DatasetRecord | undefined>;
  /** Queues a failed dataset again, and marks it as paid. Returns false if it has not failed. */
  reopenDataset(id: string): Promise<boolean>;
  findAnswer(accountId: string, key: string): Promise<IdempotencyRecord | undefined>;
  /** Replaces an earlier answer to the same key. */
  saveAnswer(answer: IdempotencyRecord): Promise<void>;
  deleteAnswers(accountId: string): Promise<void>;
  /** Deletes a few of the oldest answers from before a moment, of all accounts. */
  purgeAnswers(before: Moment): Promise<void>;
}

/** A notice of one expiry of a key. */
export interface KeyExpiryNotice extends ExpiryNotice {
  readonly apiKeyId: string;
}

/** Names a membership. */
export type MembershipKey = Pick<MembershipRecord, "accountId" | "organizationId">;

/** The subject of a transaction. Only what has to be serial is locked. */
export interface WriteScope {
  readonly accountId: string;
  /** The presented key: its changes wait for the writes that are made with it, and they for the change. */
  readonly apiKeyId?: string | undefined;
  /**
   * Accounts whose memberships it changes: it waits for the writes of these accounts, and they for it. Other writes
   * only hold that of `accountId`.
   */
  readonly changesAccessOf?: readonly string[];
  /** Whether it changes keys: such writes of one account come one after another. */
  readonly changesKeys?: boolean;
  /** Held until the transaction ends, however it ends; only one can hold it. */
  readonly idempotencyKey?: string | undefined;
}

/** A pool of connections to a database. */
export interface ConnectionPool {
  readonly name: "read" | "write";
  /** The most connections that it opens. */
  readonly most: number;
  readonly used: number;
  readonly idle: number;
  /** Statements that wait for a connection. */
  readonly pending: number;
}

/** What the API needs from a database. */
export interface Store
  extends StoreReader,
    JobStore,
    RateLimitStore,
    RequestLogStore,
    MailStore,
    WebhookStore {
  /**
   * Runs `work` in a transaction that is durable before the promise resolves, and undone if it rejects.
   *
   * @throws IdempotencyKeyBusyError if another transaction holds the Idempotency-Key
   */
  write<T>(scope: WriteScope, work: (store: StoreWriter) => Promise<T>): Promise<T>;
  /** Adds to the counters, and moves each key's `lastUsedAt` forward. */
  addUsage(usage: readonly UsageRecord[], lastUsed: ReadonlyMap<string, Moment>): Promise<void>;
  /** The connections to the database as they are now; absent if the store has no pools. */
  readonly pools?: () => readonly ConnectionPool[];
  /** @throws StoreUnavailableError if the database does not answer */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The most answers that are purged at once, so that a write that purges is hardly slower. */
export const PURGED_AT_ONCE = 10;

/** Another request with the same Idempotency-Key is still running. */
export class IdempotencyKeyBusyError extends Error {
  override readonly name: string = "IdempotencyKeyBusyError";
}

/** The database cannot answer now: it is full, locked or unreachable. Nothing was written. */
export class StoreUnavailableError extends Error {
  override readonly name: string = "StoreUnavailableError";
}

/** The database became unavailable during a commit, so it is unknown whether the write took effect. */
export class OutcomeUnknownError extends StoreUnavailableError {
  override readonly name: string = "OutcomeUnknownError";
}
