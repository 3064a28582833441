import { type Kysely, type RawBuilder, sql } from "kysely";
import { IdempotencyKeyBusyError, type WriteScope } from "../store.ts";
import type { Schema } from "./schema.ts";

/**
 * Locks what a write needs for itself, in one round trip, until its transaction ends, however it ends:
 *
 * - changes of keys: the keys of the account, so that they come one after another;
 * - the memberships of the account, shared with its other writes; those of accounts that lose or gain access, alone;
 * - an Idempotency-Key;
 * - the presented key, shared with its other writes: a change of that key waits for them, and they for the change.
 *
 * Advisory locks are fair: a revocation that waits is not overtaken by writes that come after it, as it would be with
 * shared locks of a row. What else has to be serial, such as the credits of an organization, is a row that is updated.
 *
 * @throws IdempotencyKeyBusyError if another transaction holds the Idempotency-Key
 */
export async function lockScope(transaction: Kysely<Schema>, scope: WriteScope): Promise<void> {
  const { accountId, apiKeyId, idempotencyKey, changesKeys = false } = scope;
  const locks: RawBuilder<unknown>[] = [];
  if (changesKeys) locks.push(sql`pg_advisory_xact_lock(${idOf(`keys of ${accountId}`)})`);
  locks.push(...accessLocks(scope));
  if (idempotencyKey !== undefined)
    locks.push(sql`pg_try_advisory_xact_lock(${idOf(`${accountId} ${idempotencyKey}`)}) as held`);
  if (apiKeyId !== undefined)
    locks.push(sql`pg_advisory_xact_lock_shared(${idOf(`key ${apiKeyId}`)})`);
  const { rows } = await sql<{ held?: boolean }>`select ${sql.join(locks)}`.execute(transaction);
  if (rows[0]?.held === false) throw new IdempotencyKeyBusyError("The key is held.");
}

/** Uses a fixed order, so that two writes that change each other's access do not deadlock. */
function accessLocks({ accountId, changesAccessOf = [] }: WriteScope): RawBuilder<unknown>[] {
  const ids = [...new Set([accountId, ...changesAccessOf])].sort();
  return ids.map((id) => {
    const name = idOf(`access of ${id}`);
    const isChanged = changesAccessOf.includes(id);
    return isChanged
      ? sql`pg_advisory_xact_lock(${name})`
      : sql`pg_advisory_xact_lock_shared(${name})`;
  });
}

/** Locks a key before it is changed: earlier writes with the key have ended, and later ones see the change. */
export async function lockApiKey(transaction: Kysely<Schema>, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${idOf(`key ${id}`)})`.execute(transaction);
}

function idOf(name: string): RawBuilder<unknown> {
  return sql`hashtextextended(${name}, 0)`;
}
