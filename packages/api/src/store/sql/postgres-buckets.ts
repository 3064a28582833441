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
  /** Turns what the database cannot do now into a StoreUnavailableError. */
  readonly guard: <T>(work: Promise<T>) => Promise<T>;
  /** Whether the moment of each request is the time, and not the clock of the database: for tests. */
  readonly usesRequestClock: boolean;
}

/** The rate limits of all servers on a database, each of which draws leases from them. */
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

/** In one round trip, and in the order of their ids: two servers that stop at once do not wait for each other. */
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
