import { readFileSync } from "node:fs";
import { generateApiKey } from "@sinkove/api-key";

/** The two databases. */
export type Dialect = "sqlite" | "postgres";

/** IDs of the fixture. Most rows of {@link fillingOf} belong to other organizations. */
export const ORGANIZATION = "01a20cff-7d00-7102-8101-010101010101";
export const MODEL = "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2";
export const ACCOUNT = "01a20cff-7d00-7101-8101-010101010101";

/** The first key of the fixture, made of the same random byte. */
export const KEY: string = generateApiKey("test", { random: (bytes) => bytes.fill(1) });

/** Returns the statements that create a database of release 0.1.0. */
export function oldDatabase(dialect: Dialect): string {
  const name = `../../../packages/api/test/fixtures/release-0.1.0.${dialect}.sql`;
  return readFileSync(new URL(name, import.meta.url), "utf8");
}

const NUMBERS: Readonly<Record<Dialect, (count: number) => string>> = {
  postgres: (count) => `generate_series(0, ${count - 1}) as series(n)`,
  sqlite: (count) =>
    `(with recursive series(n) as (select 0 union all select n + 1 from series where n < ${count - 1}) select n from series)`,
};

const HEX: Readonly<Record<Dialect, (number: string) => string>> = {
  postgres: (number) => `lpad(to_hex(${number}), 12, '0')`,
  sqlite: (number) => `printf('%012x', ${number})`,
};

const HOUR = 3_600_000;
const FIRST_HOUR = 1_795_514_400_000;
/** The number of hours in which each key was used. */
const HOURS = 50;

/**
 * Returns statements that add a number of rows of usage, and matching data: for each 50 rows a key with five events,
 * ten datasets and half an organization.
 */
export function fillingOf(dialect: Dialect, rows: number): string[] {
  const { [dialect]: numbers } = NUMBERS;
  const { [dialect]: hex } = HEX;
  const keys = Math.max(1, Math.ceil(rows / HOURS));
  const organizations = Math.ceil(keys / 2);
  const id = (kind: string, number: string) => `'01a20cff-7d00-7${kind}-9000-' || ${hex(number)}`;
  const [keyOf, organizationOf] = [
    (number: string) => id("103", number),
    (number: string) => id("102", `(${number}) % ${organizations}`),
  ];
  return [
    // The archive of the fixture's dataset was never generated, unlike those of a server.
    "delete from datasets",
    `insert into organizations (id, name, credits, "createdAt")
       select ${organizationOf("n")}, 'Clinic', n % 7 * 100, ${FIRST_HOUR} from ${numbers(organizations)}`,
    `insert into memberships ("accountId", "organizationId")
       select '${ACCOUNT}', ${organizationOf("n")} from ${numbers(Math.min(organizations, 20))}`,
    `insert into "apiKeys" (id, "accountId", hash, name, prefix, last4, environment, scopes, enabled, "createdAt")
       select ${keyOf("n")}, '${ACCOUNT}', ${hex("n")}, 'Key', 'sinkove_test_1111', 'abcd', 'test',
         '["datasets:read"]', 1, ${FIRST_HOUR} from ${numbers(keys)}`,
    `insert into "apiKeyEvents" (id, "apiKeyId", type, "createdAt", "actorApiKeyId", changes)
       select ${id("104", "n")}, ${keyOf("n / 5")}, 'updated', ${FIRST_HOUR}, null, '{}' from ${numbers(5 * keys)}`,
    `insert into datasets (id, "metadataId", "modelId", "organizationId", "ownerId", "numSamples", args, "createdAt",
         refunded, "startedAt", "finishedAt", "expiresAt", "failureReason", size, sha256)
       select ${id("304", "n")}, ${id("305", "n")}, '${MODEL}', ${organizationOf("n")}, '${ACCOUNT}', 10,
         '{"prompt":"Normal chest film"}', ${FIRST_HOUR} + n, 1, ${FIRST_HOUR}, ${FIRST_HOUR}, null, 'It was too much.', 0, null
       from ${numbers(10 * keys)}`,
    `insert into usage ("accountId", "apiKeyId", hour, "operationId", "statusClass", requests)
       select '${ACCOUNT}', ${keyOf(`n / ${HOURS}`)}, ${FIRST_HOUR} - ${HOUR} * (n % ${HOURS}), 'getDataset', '2xx', 10
       from ${numbers(rows)}`,
    `update organizations set credits = 1000000 where id = '${ORGANIZATION}'`,
  ];
}

/** Counts organizations whose balance is not the sum of their entries. There must be none. */
export const WRONG_BALANCES = `select count(*) as count from organizations where credits <> (select coalesce(sum(amount), 0)
  from "creditEntries" where "organizationId" = organizations.id)`;
