import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import { Kysely, sql, type Transaction } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GroupCommit } from "./group-commit.ts";
import type { Schema } from "./schema.ts";
import { sqliteDialect } from "./sqlite-dialect.ts";

describe("GroupCommit", () => {
  let folder: string;
  let database: Kysely<Schema>;
  let commits: GroupCommit;
  /** The events, in the order in which they happened. */
  let told: string[];
  let begins: number;
  let commit: (commitNow: () => Promise<void>) => Promise<void>;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "sinkove-group-commit-"));
    told = [];
    begins = 0;
    commit = async (commitNow) => {
      told.push("commit");
      await commitNow();
    };
    const dialect = sqliteDialect(join(folder, "store.db"), 3);
    const createDriver = () => {
      const driver = dialect.createDriver();
      const commitNow = driver.commitTransaction.bind(driver);
      const begin = driver.beginTransaction.bind(driver);
      return Object.assign(driver, {
        beginTransaction: (...args: Parameters<typeof begin>) => {
          begins += 1;
          return begin(...args);
        },
        commitTransaction: (connection: Parameters<typeof commitNow>[0]) =>
          commit(() => commitNow(connection)),
      });
    };
    database = new Kysely<Schema>({ dialect: { ...dialect, createDriver } });
    await sql`create table rows (name text primary key)`.execute(database);
    commits = new GroupCommit(database);
  });

  afterEach(async () => {
    await database.destroy();
    await rm(folder, { recursive: true });
  });

  async function insert(transaction: Transaction<Schema>, name: string): Promise<string> {
    await sql`insert into rows values (${name})`.execute(transaction);
    return name;
  }

  function add(name: string): Promise<string> {
    const added = commits.run((transaction) => insert(transaction, name));
    const tell = (outcome: string) => () => void told.push(`${name} ${outcome}`);
    added.then(tell("added"), tell("failed"));
    return added;
  }

  async function names(from: Kysely<Schema> = database): Promise<string[]> {
    const { rows } = await sql<{ name: string }>`select name from rows order by name`.execute(from);
    return rows.map(({ name }) => name);
  }

  it("commits once what comes at once, and tells nobody before", async () => {
    expect(await Promise.all(["a", "b", "c"].map(add))).toEqual(["a", "b", "c"]);
    expect(told).toEqual(["commit", "a added", "b added", "c added"]);
    expect(await names()).toEqual(["a", "b", "c"]);
  });

  it("shows each what those before it have written", async () => {
    const [, seen] = await Promise.all([
      add("a"),
      commits.run((transaction) => names(transaction)),
    ]);
    expect(seen).toEqual(["a"]);
  });

  it("undoes what fails, and nothing else", async () => {
    const half = commits.run(async (transaction) => {
      await insert(transaction, "half");
      throw new Error("changed its mind");
    });
    const outcomes = await Promise.allSettled([add("a"), half, add("a"), add("b")]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      "fulfilled",
      "rejected",
      "rejected",
      "fulfilled",
    ]);
    await expect(half).rejects.toThrow("changed its mind");
    expect(await names()).toEqual(["a", "b"]);
  });

  it("rejects all where the commit fails, has then written nothing, and goes on", async () => {
    const usual = commit;
    commit = () => Promise.reject(new Error("disk I/O error"));
    const outcomes = await Promise.allSettled([add("a"), add("b")]);
    expect(outcomes).toMatchObject([
      { status: "rejected", reason: { message: "disk I/O error" } },
      { status: "rejected", reason: { message: "disk I/O error" } },
    ]);
    expect(await names()).toEqual([]);
    commit = usual;
    expect(await add("a")).toBe("a");
  });

  it("rejects all with the cause where SQLite has undone all", async () => {
    const full = commits.run(async (transaction) => {
      await sql`rollback`.execute(transaction);
      throw new Error("database or disk is full");
    });
    const outcomes = await Promise.allSettled([add("a"), full, add("b")]);
    const rejected = { status: "rejected", reason: { message: "database or disk is full" } };
    expect(outcomes).toMatchObject([rejected, rejected, rejected]);
    expect(await names()).toEqual([]);
    expect(await add("a")).toBe("a");
  });

  it("commits together what comes while it waits for its turn", async () => {
    let finish = () => {};
    const first = commits.run(() => new Promise<void>((resolve) => (finish = resolve)));
    const later: Promise<string>[] = [];
    for (const name of ["a", "b", "c"]) {
      await setImmediate();
      later.push(add(name));
    }
    finish();
    await Promise.all([first, ...later]);
    expect(told).toEqual(["commit", "commit", "a added", "b added", "c added"]);
  });

  it("refuses together what has waited for a lock that another holds, and goes on", async () => {
    const other = new DatabaseSync(join(folder, "store.db"));
    other.exec("begin immediate");
    const waiting: Promise<string>[] = [];
    for (const name of ["a", "b", "c"]) {
      waiting.push(add(name));
      await setImmediate();
    }
    const outcomes = await Promise.allSettled(waiting);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(begins).toBe(1);
    other.close();
    expect(await add("a")).toBe("a");
  });

  it("takes what comes while it commits into the next group", async () => {
    const later: Promise<string>[] = [];
    const usual = commit;
    commit = async (commitNow) => {
      if (later.length === 0) later.push(add("later"));
      await usual(commitNow);
    };
    await add("a");
    await Promise.all(later);
    expect(told).toEqual(["commit", "a added", "commit", "later added"]);
  });
});
