import { hash } from "node:crypto";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Store } from "@sinkove/api";
import { openSqliteStore } from "@sinkove/api/store/sqlite";
import { diagnoseAuthorization } from "@sinkove/api-key";
import { awake } from "../api/awake.ts";
import { fillShelf, type KeyShelf } from "../api/key-shelf.ts";
import { textOf } from "../api/load.ts";
import { type MeasuredServer, startSinkove } from "../api/measured-server.ts";
import { type Context, type Measure, type Row, times } from "../measure.ts";
import { sendMany } from "../mock/raw-client.ts";
import { interleave, ratios, summarize } from "../statistics.ts";

const MANY = 1_000_000;
const FEW = 1000;
const CHECKS = 1000;
/** Keys that are first used in a round. All rounds together use the thousand keys. */
const FIRSTS = 28;
const WARM_UP = 5;
const ROUNDS = 30;

/** More effort does not mean more rounds, because the smaller store has no more unused keys. */
function roundsOf(context: Context): number {
  return Math.min(ROUNDS, times(ROUNDS, context));
}

/** A server on a store, with its unused keys. */
interface Subject {
  readonly server: MeasuredServer;
  readonly accountId: string;
  readonly unseen: string[];
}

async function serve({ file, accountId, secrets }: KeyShelf): Promise<Subject> {
  return { server: await startSinkove({ database: file }), accountId, unseen: [...secrets] };
}

/** The time of requests with a key's first use, and of pages of keys, in milliseconds. */
interface Latency {
  readonly first: number;
  readonly page: number;
}

async function latencyOf({ server, unseen }: Subject, firsts: number): Promise<Latency> {
  const [key = ""] = unseen;
  const first = await timeOf(server, "/v1/models/x", {
    keys: unseen.splice(0, firsts),
    status: 422,
  });
  const page = await timeOf(server, "/v1/api-keys?limit=100", {
    keys: Array(20).fill(key),
    status: 200,
  });
  return { first, page };
}

/** Sends requests one after the other over one connection. */
async function timeOf(
  { url }: MeasuredServer,
  path: string,
  { keys, status }: { readonly keys: readonly string[]; readonly status: number },
): Promise<number> {
  const texts = keys.map((key) => textOf({ method: "GET", path, key }));
  const port = Number(new URL(url).port);
  const load = { requests: texts.length, connections: 1, status };
  const startedAt = performance.now();
  await awake(sendMany(port, () => texts.pop() ?? "", load));
  return performance.now() - startedAt;
}

async function compare(few: KeyShelf, many: KeyShelf, context: Context): Promise<Row[]> {
  const shelves = [few, { ...few, file: `${few.file}.again` }, many];
  await copyFile(few.file, `${few.file}.again`);
  const subjects = await Promise.all(shelves.map(serve));
  const once = (subject: Subject): Promise<Latency> => latencyOf(subject, FIRSTS);
  await interleave(subjects, WARM_UP, once);
  const samples = await interleave(subjects, roundsOf(context), once);
  await Promise.all(subjects.map(({ server }) => server.stop()));
  const row = (subject: string, index: number, kind: keyof Latency): Row => {
    const taken = (of: number) => samples[of]?.map((each) => each[kind]) ?? [];
    const value = summarize(ratios(taken(index), taken(0)));
    return { subject, value, unit: "×", ...(index === 2 ? { target: 1.2 } : {}) };
  };
  return [
    row("request with a key not seen before, a thousand again (A/A)", 1, "first"),
    row("request with a key not seen before, a million", 2, "first"),
    row("page of 100 keys, a thousand again (A/A)", 1, "page"),
    row("page of 100 keys, a million", 2, "page"),
  ];
}

/** The time to check a key that was used before, in microseconds. */
async function check(store: Store, secret: string): Promise<number> {
  const startedAt = performance.now();
  for (let count = 0; count < CHECKS; count++) {
    const told = diagnoseAuthorization(`Bearer ${secret}`, { environment: "live" });
    if (told.reason) throw new Error(told.message);
    if (!(await store.findCredentials(hash("sha256", told.secret))))
      throw new Error("The key is missing.");
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
      const known = FIRSTS * (WARM_UP + roundsOf(context));
      const few = await fillShelf(folder, { count: FEW, known });
      const many = await fillShelf(folder, { count: Math.max(FEW, times(MANY, context)), known });
      return [await checks(few, context), ...(await compare(few, many, context))];
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};
