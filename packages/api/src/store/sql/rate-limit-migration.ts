import type { Migration } from "./migration.ts";

/**
 * Own limits of keys, and an index to count the keys that an account has. On PostgreSQL, whose servers share their
 * buckets, also the buckets: a table that no crash has to keep, and the one statement that takes from a bucket. It
 * locks a row for as long as it runs, and never across round trips, so that a server that hangs holds up nobody.
 *
 * What a server has drawn counts against the size of the bucket, because the bucket cannot tell when the server uses
 * it: a bucket that refills meanwhile would allow more than its limit at once. It counts until the server draws again,
 * and after the end of the lease it decreases as the bucket refills, as if the server had used it at the last moment.
 */
export const RATE_LIMITS: Migration = [
  `alter table "apiKeys" add column "rateLimit" text`,
  `create index "liveApiKeys" on "apiKeys" ("accountId") where "revokedAt" is null`,
  {
    postgres: `create unlogged table "rateLimits" (id text primary key,
      tokens double precision not null, moment double precision not null, leases jsonb not null)`,
  },
  {
    postgres: `create function "drawTokens"(bucket text, most double precision, "windowMs" double precision,
        holder text, held integer, wanted integer, returned integer, life double precision,
        "givenMoment" double precision, out granted integer, out remaining double precision)
      language plpgsql as $$
      declare
        state "rateLimits"%rowtype;
        clock double precision;
        rate double precision := most / "windowMs";
        others jsonb;
        lent double precision;
        own double precision;
        level double precision;
      begin
        insert into "rateLimits" values (bucket, most, coalesce("givenMoment", 0), '{}')
          on conflict do nothing;
        select * into state from "rateLimits" where id = bucket for update;
        clock := greatest(state.moment,
          coalesce("givenMoment", extract(epoch from clock_timestamp()) * 1000));
        select coalesce(jsonb_object_agg(key, value) filter (where key <> holder), '{}'),
            coalesce(sum(due) filter (where key <> holder), 0),
            coalesce(sum(due) filter (where key = holder), 0)
          into others, lent, own
          from (select key, value, (value ->> 0)::integer
              - greatest(0, clock - (value ->> 1)::double precision) * rate as due
            from jsonb_each(state.leases)) as lease
          where due > 0;
        level := greatest(0, least(most - lent - held, returned
          + least(most - lent - own, state.tokens + (clock - state.moment) * rate)));
        granted := least(wanted, floor(level));
        remaining := level - granted;
        if held + granted > 0 then
          others := others || jsonb_build_object(holder, jsonb_build_array(held + granted, clock + life));
        end if;
        update "rateLimits" set tokens = remaining, moment = clock, leases = others where id = bucket;
      end $$`,
  },
];
