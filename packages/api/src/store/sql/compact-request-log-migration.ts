import type { Migration } from "./migration.ts";

const NUMBER = {
  sqlite: "n integer primary key",
  postgres: "n integer primary key generated always as identity",
} as const;

/** As `nameOfKind` writes it. */
const KIND_NAME = `method || ' ' || path || ' ' || "operationId" || ' ' || status || ' ' ||
  coalesce(code, '-') || ' ' || coalesce(reason, '-')`;

/**
 * Makes a row of the request log a quarter of its size. Accounts, keys and kinds of requests get numbers. The primary
 * key is the order of each list, because an id begins with its moment, and SQLite keeps the rows in it. The two indexes
 * lead to the requests of a key and to those of a kind: operation, status and code are all a matter of the kind. They
 * have all that a filter asks for, and so SQLite prefers them to the rows themselves.
 */
export const COMPACT_REQUEST_LOG: Migration = [
  numbered("requestAccounts", "name text not null unique, requests bigint not null default 0"),
  numbered("requestKeys", "name text not null unique"),
  numbered(
    "requestKinds",
    `name text not null unique, method text not null, "operationId" text not null,
       path text not null, status integer not null, code text, reason text`,
  ),
  {
    sqlite: `create table "requestLog" (account integer not null, id blob not null, ${columns()}) without rowid`,
    postgres: `create table "requestLog" (account integer not null, id bytea not null, ${columns()})`,
  },
  `insert into "requestAccounts" (name, requests) select "accountId", requests from "requestCounts"`,
  `insert into "requestKeys" (name)
     select distinct "apiKeyId" from requests where "apiKeyId" is not null`,
  `insert into "requestKinds" (name, method, "operationId", path, status, code, reason)
     select distinct ${KIND_NAME}, method, "operationId", path, status, code, reason from requests`,
  {
    sqlite: copied("unhex(replace(requests.id, '-', ''))"),
    postgres: copied("decode(replace(requests.id, '-', ''), 'hex')"),
  },
  `create index "requestsOfKey" on "requestLog" (account, "apiKey", id, kind)`,
  `create index "requestsOfKind" on "requestLog" (account, kind, id, "apiKey")`,
  "drop table requests",
  `drop table "requestCounts"`,
];

function numbered(table: string, rest: string): Migration[number] {
  const create = (number: string) => `create table "${table}" (${number}, ${rest})`;
  return { sqlite: create(NUMBER.sqlite), postgres: create(NUMBER.postgres) };
}

function columns(): string {
  return `"apiKey" integer, kind integer not null, address text, "userAgent" text,
    "durationMs" double precision not null, primary key (account, id)`;
}

function copied(id: string): string {
  return `insert into "requestLog"
    select account.n, ${id}, key.n, kind.n, address, "userAgent", "durationMs" from requests
    join "requestAccounts" account on account.name = requests."accountId"
    join (select n, name as "kindName" from "requestKinds") kind on "kindName" = ${KIND_NAME}
    left join "requestKeys" key on key.name = requests."apiKeyId"`;
}
