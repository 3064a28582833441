import type { Dialect, Migration } from "./migration.ts";

const TABLE = `create table "creditEntries" (id text primary key,
  "organizationId" text not null references organizations (id) on delete cascade,
  kind text not null, amount bigint not null, "createdAt" bigint not null, "datasetId" text,
  reason text, "actorApiKeyId" text, "actorAccountId" text)`;

const ID: Readonly<Record<Dialect, string>> = {
  postgres: "gen_random_uuid()::text",
  // Version 4 of RFC 9562, as PostgreSQL makes them.
  sqlite: `lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2)
    || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2)
    || '-' || hex(randomblob(6)))`,
};

const NOW: Readonly<Record<Dialect, string>> = {
  postgres: "floor(extract(epoch from clock_timestamp()) * 1000)::bigint",
  sqlite: "cast(unixepoch('subsec') * 1000 as integer)",
};

/** Adds the entry of a balance that has none. */
function adjust(dialect: Dialect, reason: string, organization: string): string {
  const { [dialect]: id } = ID;
  const { [dialect]: now } = NOW;
  return `insert into "creditEntries" (id, "organizationId", kind, amount, "createdAt", reason)
    select ${id}, id, 'adjustment', credits - "recordedCredits", ${now}, '${reason}'
    from organizations where ${organization}`;
}

const FIRST = "The balance from before entries were recorded.";
const MATCHES = `update organizations set "recordedCredits" = credits`;
const DIFFERS = `new.credits <> new."recordedCredits"`;
const OTHERS = "The balance was changed in the database, without an entry.";

/** The trigger of {@link CREDITS} on SQLite, which runs after a change that left no entry. */
function sqliteTrigger(name: string, event: string): string {
  return `create trigger "${name}" after ${event} on organizations when ${DIFFERS} begin
    ${adjust("sqlite", OTHERS, "id = new.id")};
    ${MATCHES} where id = new.id;
  end`;
}

/**
 * Entries of credits. `recordedCredits` is the sum of an organization's entries. Whoever changes a balance and adds the
 * entry changes both columns. After any other change, such as one by a server of the release before or by hand, a
 * trigger adds the entry.
 */
export const CREDITS: Migration = [
  TABLE,
  `create index "creditEntriesByOrganization" on "creditEntries" ("organizationId", "createdAt", id)`,
  `alter table organizations add column "recordedCredits" bigint not null default 0`,
  {
    postgres: adjust("postgres", FIRST, "credits <> 0"),
    sqlite: adjust("sqlite", FIRST, "credits <> 0"),
  },
  MATCHES,
  {
    postgres: `create function "recordCredits"() returns trigger language plpgsql as $$
      begin
        ${adjust("postgres", OTHERS, "id = new.id")};
        ${MATCHES} where id = new.id;
        return null;
      end $$`,
    sqlite: sqliteTrigger("recordFirstCredits", "insert"),
  },
  {
    postgres: `create trigger "recordCredits" after insert or update of credits on organizations
      for each row when (${DIFFERS}) execute function "recordCredits"()`,
    sqlite: sqliteTrigger("recordCredits", "update of credits"),
  },
];
