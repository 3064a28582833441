import type {
  AccountRecord,
  ApiKeyEventRecord,
  ApiKeyRecord,
  DatasetRecord,
  IdempotencyRecord,
  ModelRecord,
  OrganizationRecord,
  UsageRecord,
} from "./records.ts";

/** A table that can be put back to what it was when a transaction began. */
export class Table<R> {
  readonly rows: Map<string, R> = new Map();
  #undo: (() => void)[] | undefined;

  begin(): void {
    this.#undo = [];
  }

  end(outcome: "commit" | "rollback"): void {
    if (outcome === "rollback") for (const undo of this.#undo?.reverse() ?? []) undo();
    this.#undo = undefined;
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
    const before = this.rows.get(id);
    this.#undo?.push(() => {
      if (before === undefined) this.rows.delete(id);
      else this.rows.set(id, before);
    });
  }
}

/** Everything that a memory store holds, as data: it can be cloned, kept elsewhere, and given back. */
export type MemorySnapshot = {
  readonly [Name in TableName]: Tables[Name] extends Table<infer R>
    ? readonly (readonly [id: string, row: R])[]
    : never;
};

type TableName = Exclude<keyof Tables, "snapshot" | "transaction">;

/** Every table of the memory store. */
export class Tables {
  readonly accounts: Table<AccountRecord> = new Table();
  readonly organizations: Table<OrganizationRecord> = new Table();
  readonly memberships: Table<{ accountId: string; organizationId: string }> = new Table();
  readonly apiKeys: Table<ApiKeyRecord> = new Table();
  readonly apiKeyIdsByHash: Table<string> = new Table();
  readonly apiKeyEvents: Table<ApiKeyEventRecord> = new Table();
  readonly models: Table<ModelRecord> = new Table();
  readonly datasets: Table<DatasetRecord> = new Table();
  readonly removals: Table<true> = new Table();
  readonly answers: Table<IdempotencyRecord> = new Table();
  readonly usage: Table<UsageRecord> = new Table();

  constructor(snapshot: Partial<MemorySnapshot> = {}) {
    const tables: Map<string, Table<unknown>> = new Map(Object.entries(this));
    for (const [name, rows] of Object.entries(snapshot)) {
      for (const [id, row] of rows) tables.get(name)?.rows.set(id, row);
    }
  }

  snapshot(): MemorySnapshot {
    const tables: [string, Table<unknown>][] = Object.entries(this);
    const rows = Object.fromEntries(tables.map(([name, table]) => [name, [...table.rows]]));
    // Each table's rows are under its name; a list of entries has lost which belong together.
    return rows as unknown as MemorySnapshot;
  }

  async transaction<T>(work: () => Promise<T>): Promise<T> {
    const tables: Table<unknown>[] = Object.values(this);
    for (const table of tables) table.begin();
    let outcome: "commit" | "rollback" = "rollback";
    try {
      const result = await work();
      outcome = "commit";
      return result;
    } finally {
      for (const table of tables) table.end(outcome);
    }
  }
}
