import { type Kysely, sql } from "kysely";
import {
  createLeasedBuckets,
  type Draw,
  type Drawn,
  type GivenBack,
  LEASE_LIFE,
  type LeasedBuckets,
} from "../leased-buckets.ts";
import type { Moment } from "../records.ts";
import { repeating } from "./postgres-errors.ts";
import type { Schema } from "./schema.ts";

/** Options of {@link postgresBuckets}. */
export interface PostgresBucketsOptions {
  /** Turns errors that mean that the database is unavailable into a StoreUnavailableError. */
  readonly guard: <T>(work: Promise<T>) => Promise<T>;
  /** Whether to use the moment of each request instead of the database's clock, for tests. */
  readonly usesRequestClock: boolean;
}

/** The rate limits that all servers on a database share, through leases. */
export function postgresBuckets(
  database: Kysely<Schema>,
  { guard, usesRequestClock }: PostgresBucketsOptions,
): LeasedBuckets {
  const holder = crypto.randomUUID();
  const moment = (now: Moment) => (usesRequestClock ? now : null);
  return createLeasedBuckets({
    clock: usesRequestClock ? (now) => now : () => performance.now(),
    draw: (draw) =>
      guard(repeating(() => drawTokens(database, { ...draw, holder, moment: moment(draw.now) }))),
    giveBack: (leases) => {
      const given = leases.map((lease) => ({ ...lease, holder, moment: moment(lease.now) }));
      return guard(repeating(() => returnTokens(database, given)));
    },
  });
}

/** Who draws, and when. */
export interface Holding {
  readonly holder: string;
  /** Null for the clock of the database. */
  readonly moment: Moment | null;
}

/** Draws tokens from a shared bucket, in one round trip. */
export async function drawTokens(
  database: Kysely<Schema>,
  { id, policy, holder, held, wanted, moment }: Draw & Holding,
): Promise<Drawn> {
  const { limit, windowSeconds } = policy;
  const { rows } = await sql<Drawn>`select granted, remaining as "left" from "drawTokens"(${id},
    ${limit}, ${windowSeconds * 1000}, ${holder}, ${held}, ${wanted}, 0, ${LEASE_LIFE}, ${moment})`.execute(
    database,
  );
  const [drawn] = rows;
  if (!drawn) throw new TypeError("The bucket did not answer with a row.");
  return drawn;
}

/** Uses one round trip, and the order of the ids, so that two servers that stop at once do not deadlock. */
async function returnTokens(
  database: Kysely<Schema>,
  leases: readonly (GivenBack & Holding)[],
): Promise<void> {
  const sorted = leases.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const rows = sorted.map(({ id, policy, tokens, holder, moment }) => ({
    ...{ id, holder, tokens, moment },
    most: policy.limit,
    windowMs: policy.windowSeconds * 1000,
  }));
  await sql`select "drawTokens"(id, most, "windowMs", holder, 0, 0, tokens, ${LEASE_LIFE}, moment)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id text, most double precision,
      "windowMs" double precision, holder text, tokens integer, moment double precision)`.execute(
    database,
  );
}
