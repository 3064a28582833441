import type { Generated } from "kysely";
import type { CreditEntryRecord } from "../credits.ts";
import type { MailRecord } from "../mails.ts";
import type {
  AccountRecord,
  ApiKeyEventRecord,
  ApiKeyRecord,
  DatasetRecord,
  IdempotencyRecord,
  InvitationRecord,
  MembershipRecord,
  ModelRecord,
  Moment,
  OrganizationRecord,
  RequestRecord,
  UsageRecord,
} from "../records.ts";
import type { KeyExpiryNotice } from "../store.ts";
import type {
  WebhookDeliveryRecord,
  WebhookEndpointRecord,
  WebhookEventRecord,
} from "../webhooks.ts";
import type { RequestKind } from "./request-numbers.ts";

/** A record as a row: booleans as 0 and 1, lists and objects as JSON. */
export type Row<R> = { [Name in keyof R]: CellOf<R[Name]> };

type CellOf<V> = V extends boolean
  ? number
  : V extends string | number | null
    ? V
    : V extends object
      ? string
      : V;

/** The tables, in both databases. Columns are named as the members of the records. */
export interface Schema {
  accounts: Row<AccountRecord> & { addressKey: string | null };
  /** {@link CREDITS} says what the other column is for. */
  organizations: Row<OrganizationRecord> & { recordedCredits: Generated<number> };
  creditEntries: Row<CreditEntryRecord>;
  memberships: Row<MembershipRecord>;
  invitations: Row<InvitationRecord> & { addressKey: string };
  apiKeys: Row<ApiKeyRecord>;
  apiKeyEvents: Row<ApiKeyEventRecord>;
  expiryNotices: KeyExpiryNotice;
  models: Row<ModelRecord>;
  datasets: Row<DatasetRecord>;
  removals: { archive: string; notBefore: Moment };
  /** The holder is in `apiKeyId`, because servers of the previous release may write to the same database. */
  answers: Omit<Row<IdempotencyRecord>, "holderId"> & { apiKeyId: string };
  usage: Row<UsageRecord>;
  /** The columns stand for parts of a {@link RequestRecord}; the id begins with its moment. */
  requestLog: Pick<RequestRecord, "address" | "userAgent" | "durationMs"> & {
    account: number;
    id: Uint8Array;
    apiKey: number | null;
    kind: number;
  };
  requestAccounts: { n: Generated<number>; name: string; requests: Generated<number> };
  requestKeys: { n: Generated<number>; name: string };
  requestKinds: RequestKind & { n: Generated<number>; name: string };
  webhookEndpoints: Row<WebhookEndpointRecord>;
  webhookEvents: Row<WebhookEventRecord>;
  webhookDeliveries: Row<WebhookDeliveryRecord>;
  mails: Row<MailRecord>;
  migrations: { version: number; appliedAt: Generated<string> };
}

const JSON_MEMBERS: ReadonlySet<string> = new Set([
  "rateLimit",
  "scopes",
  "organizationIds",
  "changes",
  "leak",
  "expiry",
  "imageSize",
  "argsSchema",
  "args",
  "events",
  "attemptLog",
  "notice",
]);
const TRUTH_MEMBERS: ReadonlySet<string> = new Set([
  "enabled",
  "refunded",
  "encrypted",
  "emailVerified",
]);

/** A record, or a part of one, as a row. */
export function toRow<R extends object>(record: R): Row<R> {
  const cells = Object.entries(record).map(([name, value]) => [name, toCell(name, value)]);
  // The sets above name the members that are not stored as they are.
  return Object.fromEntries(cells);
}

/** A row as a record. Copies all cells and converts a few: to check each cell would cost more. */
export function toRecord<R extends object>(row: Row<R>): R {
  const record: Record<string, unknown> = { ...row };
  for (const name of TRUTH_MEMBERS) if (name in record) record[name] = record[name] === 1;
  for (const name of JSON_MEMBERS) if (name in record) record[name] = parsed(record[name]);
  // The cast is safe because `toRow` wrote the row.
  return record as R;
}

function toCell(name: string, value: unknown): unknown {
  if (TRUTH_MEMBERS.has(name)) return value ? 1 : 0;
  return JSON_MEMBERS.has(name) && value !== null ? JSON.stringify(value) : value;
}

function parsed(cell: unknown): unknown {
  return typeof cell === "string" ? JSON.parse(cell) : cell;
}
