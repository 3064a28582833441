import type { CreditEntryRecord } from "./credits.ts";
import type { MailRecord } from "./mails.ts";
import { DatasetRows } from "./memory-datasets.ts";
import { firstEntries, withDefaults } from "./memory-defaults.ts";
import type {
  AccountRecord,
  ApiKeyEventRecord,
  ApiKeyRecord,
  DatasetRecord,
  IdempotencyRecord,
  InvitationRecord,
  MembershipRecord,
  ModelRecord,
  OrganizationRecord,
  RequestRecord,
  UsageRecord,
} from "./records.ts";
import type {
  WebhookDeliveryRecord,
  WebhookEndpointRecord,
  WebhookEventRecord,
} from "./webhooks.ts";

/** The value of a row before a transaction changed it. */
interface Change {
  readonly rows: Map<string, unknown>;
  readonly id: string;
  readonly before: unknown;
}

/** A table that records its changes. */
export class Table<R> {
  readonly rows: Map<string, R>;
  readonly #changes: Change[];

  constructor(changes: Change[], rows: Map<string, R> = new Map()) {
    this.#changes = changes;
    this.rows = rows;
  }

  set(id: string, row: R): void {
    this.#remember(id);
    this.rows.set(id, row);
  }

  delete(id: string): boolean {
    this.#remember(id);
    return this.rows.delete(id);
  }

  #remember(id: string): void {
    this.#changes.push({ rows: this.rows, id, before: this.rows.get(id) });
  }
}

/** The contents of a memory store as plain data, which can be cloned, stored elsewhere and restored. */
export type MemorySnapshot = {
  readonly [Name in TableName]: Tables[Name] extends Table<infer R>
    ? readonly (readonly [id: string, row: R])[]
    : never;
};

type TableName = Exclude<keyof Tables, "snapshot" | "transaction" | "unrefunded">;

/** Every table of the memory store. */
export class Tables {
  /** The changes of the running transaction, in order; there is only one at a time. */
  readonly #changes: Change[] = [];
  readonly #datasets: DatasetRows = new DatasetRows();
  readonly accounts: Table<AccountRecord> = new Table(this.#changes);
  readonly organizations: Table<OrganizationRecord> = new Table(this.#changes);
  readonly creditEntries: Table<CreditEntryRecord> = new Table(this.#changes);
  readonly memberships: Table<MembershipRecord> = new Table(this.#changes);
  readonly invitations: Table<InvitationRecord> = new Table(this.#changes);
  readonly apiKeys: Table<ApiKeyRecord> = new Table(this.#changes);
  readonly apiKeyIdsByHash: Table<string> = new Table(this.#changes);
  readonly apiKeyEvents: Table<ApiKeyEventRecord> = new Table(this.#changes);
  /** The last notice that was taken, in days before the expiry, by key and expiry. */
  readonly expiryNotices: Table<number> = new Table(this.#changes);
  readonly models: Table<ModelRecord> = new Table(this.#changes);
  readonly datasets: Table<DatasetRecord> = new Table(this.#changes, this.#datasets);
  /** The earliest moment at which each archive is removed. */
  readonly removals: Table<number> = new Table(this.#changes);
  readonly answers: Table<IdempotencyRecord> = new Table(this.#changes);
  readonly usage: Table<UsageRecord> = new Table(this.#changes);
  readonly requests: Table<RequestRecord> = new Table(this.#changes);
  readonly webhookEndpoints: Table<WebhookEndpointRecord> = new Table(this.#changes);
  readonly webhookEvents: Table<WebhookEventRecord> = new Table(this.#changes);
  readonly webhookDeliveries: Table<WebhookDeliveryRecord> = new Table(this.#changes);
  readonly mails: Table<MailRecord> = new Table(this.#changes);

  constructor(snapshot: Partial<MemorySnapshot> = {}) {
    const tables: Map<string, Table<unknown>> = new Map(Object.entries(this));
    for (const [name, rows] of Object.entries(snapshot)) {
      for (const [id, row] of rows) tables.get(name)?.rows.set(id, withDefaults(name, row));
    }
    if (!snapshot.creditEntries)
      for (const each of firstEntries(this)) this.creditEntries.rows.set(each.id, each);
  }

  snapshot(): MemorySnapshot {
    const tables: [string, Table<unknown>][] = Object.entries(this);
    const rows = Object.fromEntries(tables.map(([name, table]) => [name, [...table.rows]]));
    // The cast is safe because each table's rows are under its name. The type of the entries does not show this.
    return rows as unknown as MemorySnapshot;
  }

  /** The datasets that fail, now or later, and whose credits are not given back. */
  unrefunded(): Iterable<DatasetRecord> {
    return this.#datasets.unrefunded();
  }

  /** Runs work in a transaction. All changes must be made in one. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      for (const change of this.#changes.toReversed()) undo(change);
      throw error;
    } finally {
      this.#changes.length = 0;
    }
  }
}

function undo({ rows, id, before }: Change): void {
  if (before === undefined) rows.delete(id);
  else rows.set(id, before);
}
