import { expect, test } from "vitest";
import { postgresReason, sqliteReason } from "./database.ts";

const URL = "postgres://someone:canary@db.example:5432/sinkove";

test.each(["ECONNREFUSED", "28P01", "28000", "3D000", "42501", "55P03"])(
  "says where PostgreSQL is, and never its password, for %s",
  (code) => {
    const reason = postgresReason(URL, Object.assign(new Error("canary"), { code }));
    expect(reason).toContain("db.example:5432/sinkove");
    expect(reason).not.toContain("canary");
  },
);

test.each([
  [26, "damaged"],
  [11, "damaged"],
  [14, "writable"],
  [8 + 256, "writable"],
  [13, "full"],
])("tells SQLite's error %i in words", (errcode, words) => {
  expect(sqliteReason("a.db", Object.assign(new Error("x"), { errcode }))).toContain(words);
});

test.each([
  ["08P01", "ignore_startup_parameters"],
  ["3F000", "search_path"],
])("tells what to do about PostgreSQL's error %s", (code, words) => {
  expect(postgresReason(URL, Object.assign(new Error("x"), { code }))).toContain(words);
});

test("keeps what an unknown error says", () => {
  expect(sqliteReason("a.db", new Error("newer version"))).toContain("a.db cannot be used: newer");
});
