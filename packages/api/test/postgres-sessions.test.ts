import { createDatabase, type TemporaryDatabase } from "@sinkove/temporary-postgres";
import { Kysely, PostgresDialect, type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { createPostgresPool } from "../src/store/sql/postgres.ts";
import { repeating } from "../src/store/sql/postgres-errors.ts";

/** A pooler such as PgBouncer in transaction mode leads a connection to several sessions of PostgreSQL. */
describe("connections to other sessions than expected", () => {
  let home: TemporaryDatabase;

  beforeAll(async () => {
    home = await createDatabase();
  }, 60_000);

  afterAll(() => home.remove(), 60_000);

  /** A server with one connection. */
  function connect() {
    const pool = createPostgresPool({ url: home.url, connections: 1, timeout: 4000 });
    const database = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
    onTestFinished(() => database.destroy());
    const run = async <R>(query: RawBuilder<R>) => (await query.execute(database)).rows;
    const names = () =>
      run(sql<{ name: string; statement: string }>`
        select name, statement from pg_prepared_statements order by statement`);
    return { database, run, names };
  }

  const one = sql`select ${1}::integer as number`;
  const two = sql`select ${2}::integer + 0 as number`;

  it("give prepared statements the same name on every server, and another one for another query", async () => {
    const [first, second] = [connect(), connect()];
    for (const query of [one, two]) await first.run(query);
    for (const query of [two, one]) await second.run(query);
    const names = await first.names();
    expect(new Set(names.map(({ name }) => name)).size).toBe(2);
    expect(await second.names()).toEqual(names);
  });

  it("stop preparing statements once one is missing, or there already", async () => {
    const { run, names: namesOf } = connect();
    await run(one);
    const names = await namesOf();
    await run(sql`deallocate all`);
    expect(await run(one)).toEqual([{ number: 1 }]);
    const other = connect();
    for (const { name } of names) await other.run(sql`prepare ${sql.id(name)} as select 3`);
    const transaction = () => other.database.transaction().execute((each) => one.execute(each));
    expect((await repeating(transaction)).rows).toEqual([{ number: 1 }]);
    await other.run(two);
    expect(await other.names()).toEqual([]);
  });

  it("are replaced if they can only read, such as those to a former primary", async () => {
    const { run } = connect();
    await run(sql`create table notes (id integer)`);
    await run(sql`set session characteristics as transaction read only`);
    expect(await repeating(() => run(sql`insert into notes values (1)`))).toEqual([]);
  });
});
