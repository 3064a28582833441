import { hash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Store } from "@sinkove/api";
import { openSqliteStore } from "@sinkove/api/store/sqlite";
import { diagnoseAuthorization } from "@sinkove/api-key";
import { fillShelf, type KeyShelf } from "../api/key-shelf.ts";
import { type Context, type Measure, type Row, times } from "../measure.ts";
import { interleave, ratios, summarize } from "../statistics.ts";

const MANY = 1_000_000;
const FEW = 1000;
const CHECKS = 1000;

/** Milliseconds of looking each key up for the first time, and of pages of keys. */
interface LookUps {
  readonly find: number;
  readonly list: number;
}

async function lookUp({ file, accountId, hashes }: KeyShelf): Promise<LookUps> {
  const store = await openSqliteStore({ file });
  await store.listApiKeys(accountId, { limit: 1 });
  const startedAt = performance.now();
  for (const each of hashes) await store.findCredentials(each);
  const foundAt = performance.now();
  for (let count = 0; count < 10; count++) await store.listApiKeys(accountId, { limit: 100 });
  const listedAt = performance.now();
  await store.close();
  return { find: foundAt - startedAt, list: listedAt - foundAt };
}

async function compare(few: KeyShelf, many: KeyShelf, context: Context): Promise<Row[]> {
  const shelves = [few, few, many];
  await interleave(shelves, 2, lookUp);
  const samples = await interleave(shelves, times(30, context), lookUp);
  const row = (subject: string, index: number, kind: keyof LookUps): Row => {
    const taken = (of: number) => samples[of]?.map((each) => each[kind]) ?? [];
    const value = summarize(ratios(taken(index), taken(0)));
    return { subject, value, unit: "×", ...(index === 2 ? { target: 1.2 } : {}) };
  };
  return [
    row("first look-up of a key, a thousand again (A/A)", 1, "find"),
    row("first look-up of a key, a million", 2, "find"),
    row("page of 100 keys, a thousand again (A/A)", 1, "list"),
    row("page of 100 keys, a million", 2, "list"),
  ];
}

/** Microseconds of judging a key that was seen before. */
async function check(store: Store, secret: string): Promise<number> {
  const startedAt = performance.now();
  for (let count = 0; count < CHECKS; count++) {
    const told = diagnoseAuthorization(`Bearer ${secret}`, { environment: "test" });
    if (told.reason) throw new Error(told.message);
    if (!(await store.findCredentials(hash("sha256", told.secret)))) throw new Error("It is gone.");
  }
  return ((performance.now() - startedAt) * 1000) / CHECKS;
}

async function checks({ file, secret }: KeyShelf, context: Context): Promise<Row> {
  const store = await openSqliteStore({ file });
  for (let round = 0; round < 5; round++) await check(store, secret);
  const sample: number[] = [];
  for (let round = 0; round < times(30, context); round++) sample.push(await check(store, secret));
  await store.close();
  const subject = "check of a key already seen, on SQLite";
  return { subject, value: summarize(sample), unit: "µs", target: 2 };
}

export const apiKeys: Measure = {
  name: "api-keys",
  title: "API keys: a check, and what a million cost over a thousand",
  async run(context) {
    const folder = await mkdtemp(join(tmpdir(), "sinkove-bench-"));
    try {
      const few = await fillShelf(folder, FEW);
      const many = await fillShelf(folder, Math.max(FEW, times(MANY, context)));
      return [await checks(few, context), ...(await compare(few, many, context))];
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};
