import { type Kysely, sql } from "kysely";
import type { Moment } from "../records.ts";
import { MOST_AT_ONCE } from "../webhooks.ts";
import type { Schema } from "./schema.ts";

/** The next delivery to make: one of an organization with as few under way as possible. @returns its id */
export async function nextInTurn(
  transaction: Kysely<Schema>,
  now: Moment,
  skipsLocked: boolean,
): Promise<string | undefined> {
  const ofIdle = await nextDelivery(transaction, { now, fewerThan: 1, skipsLocked });
  if (ofIdle !== undefined) return ofIdle;
  const counts = await countsUnderWay(transaction, now);
  for (let fewerThan = 2; fewerThan <= MOST_AT_ONCE; fewerThan++) {
    // Without such an organization, the search would read the same deliveries again, which may be very many.
    if (!counts.has(fewerThan - 1)) continue;
    const id = await nextDelivery(transaction, { now, fewerThan, skipsLocked });
    if (id !== undefined) return id;
  }
  return undefined;
}

/** How many deliveries busy organizations have under way: each number once. */
async function countsUnderWay(transaction: Kysely<Schema>, now: Moment): Promise<Set<number>> {
  const rows = await transaction
    .selectFrom("webhookDeliveries")
    .select((is) => is.fn.countAll<number>().as("count"))
    // A literal, as in the condition of the index.
    .where("status", "=", sql.lit("pending"))
    .where("leaseExpiresAt", ">", now)
    .groupBy("organizationId")
    .execute();
  return new Set(rows.map(({ count }) => count));
}

interface Next {
  readonly now: Moment;
  /** How many deliveries the organization has under way. */
  readonly fewerThan: number;
  readonly skipsLocked: boolean;
}

async function nextDelivery(
  transaction: Kysely<Schema>,
  { now, fewerThan, skipsLocked }: Next,
): Promise<string | undefined> {
  const lock = skipsLocked ? sql`for update of due skip locked` : sql``;
  const { rows } = await sql<{ id: string }>`
    select due.id from "webhookDeliveries" as due
    join "webhookEndpoints" as endpoint on endpoint.id = due."webhookEndpointId"
    where due.status = 'pending' and due."nextAttemptAt" <= ${now} and endpoint.enabled = 1
      and (due."leaseExpiresAt" is null or due."leaseExpiresAt" <= ${now})
      and due."organizationId" not in (
        select "organizationId" from "webhookDeliveries"
        where status = 'pending' and "leaseExpiresAt" is not null and "leaseExpiresAt" > ${now}
        group by "organizationId" having count(*) >= ${sql.lit(fewerThan)})
      and not exists (
        select 1 from "webhookDeliveries" as earlier
        where earlier.status = 'pending'
          and earlier."webhookEndpointId" = due."webhookEndpointId"
          and earlier."subjectId" = due."subjectId"
          and (earlier."occurredAt" < due."occurredAt"
            or (earlier."occurredAt" = due."occurredAt" and earlier."eventId" < due."eventId")))
    order by due."nextAttemptAt", due."occurredAt", due."eventId" limit 1 ${lock}`.execute(
    transaction,
  );
  return rows[0]?.id;
}
