import { createDatabase } from "@sinkove/temporary-postgres";
import { startCountingProxy } from "../api/counting-proxy.ts";
import { fire, type Shot, shoot } from "../api/load.ts";
import { type MeasuredServer, startSinkove } from "../api/measured-server.ts";
import { pathOfDataset } from "../api/path-of-dataset.ts";
import { type Context, exactly, type Measure, type Row, times } from "../measure.ts";
import { interleave, ratios, summarize } from "../statistics.ts";

const ALONE = 300;
const AT_ONCE = 2000;
const WARM_UP = 4;
const COUNTED = 20;

interface Subject {
  readonly name: string;
  readonly server: MeasuredServer;
  readonly shot: Shot;
  readonly target?: number;
}

async function subjectOf(name: string, server: MeasuredServer, target?: number): Promise<Subject> {
  const shot: Shot = { method: "GET", path: await pathOfDataset(server), key: server.key };
  return target === undefined ? { name, server, shot } : { name, server, shot, target };
}

/** The median time of sequential requests in milliseconds, and the CPU time of concurrent requests. */
async function costOf({ server, shot }: Subject, context: Context) {
  const durations: number[] = [];
  for (let count = times(ALONE, context); count > 0; count--) {
    const startedAt = performance.now();
    await shoot(server.url, shot);
    durations.push(performance.now() - startedAt);
  }
  const requests = times(AT_ONCE, context);
  const { cpu } = await fire(server, shot, { requests, status: 200 });
  return { p50: summarize(durations).median, cpu };
}

async function compare(subjects: readonly Subject[], context: Context): Promise<Row[]> {
  const once = (subject: Subject) => costOf(subject, context);
  await interleave(subjects, times(WARM_UP, context), once);
  const samples = await interleave(subjects, times(15, context), once);
  const taken = (index: number, kind: "p50" | "cpu") =>
    samples[index]?.map((cost) => cost[kind]) ?? [];
  return subjects.slice(1).flatMap(({ name, target }, index) => {
    const over = (kind: "p50" | "cpu") => summarize(ratios(taken(index + 1, kind), taken(0, kind)));
    const milliseconds = summarize(taken(index + 1, "p50")).median.toFixed(2);
    const base = summarize(taken(0, "p50")).median.toFixed(2);
    const note = `${milliseconds} ms, SQLite ${base} ms`;
    const p50: Row = { subject: `p50, ${name}`, value: over("p50"), unit: "×", note };
    return [
      target === undefined ? p50 : { ...p50, target },
      { subject: `CPU, ${name}`, value: over("cpu"), unit: "×" } satisfies Row,
    ];
  });
}

async function roundTripsOf(name: string, database: string, checkout?: string): Promise<Row> {
  const proxy = await startCountingProxy(database);
  const server = await startSinkove({ url: proxy.url, checkout });
  try {
    const { shot } = await subjectOf(name, server);
    for (let count = 0; count < COUNTED; count++) await shoot(server.url, shot);
    // Periodic writes come in between, so the minimum of a few rounds is that of the requests alone.
    const rounds: number[] = [];
    for (let round = 0; round < 5; round++) {
      const before = proxy.count();
      for (let count = 0; count < COUNTED; count++) await shoot(server.url, shot);
      rounds.push((proxy.count() - before) / COUNTED);
    }
    return { subject: `GET, ${name}`, value: exactly(Math.min(...rounds)), unit: "round trips" };
  } finally {
    await server.stop();
    proxy.close();
  }
}

/** Gives each server its own database, because a key is printed only on the first start with a database. */
async function withDatabases<T>(
  count: number,
  work: (urls: readonly string[]) => Promise<T>,
): Promise<T> {
  const databases = [];
  for (let index = 0; index < count; index++) databases.push(await createDatabase());
  try {
    return await work(databases.map(({ url }) => url));
  } finally {
    for (const database of databases) await database.remove();
  }
}

export const apiPostgres: Measure = {
  name: "api-postgres",
  title: "An authenticated GET on PostgreSQL, over the same on SQLite",
  run: (context) =>
    withDatabases(4, async ([one = "", other = "", counted = "", countedBefore = ""]) => {
      const { before } = context;
      const starting = [
        startSinkove(),
        startSinkove(),
        startSinkove({ url: one }),
        ...(before === undefined ? [] : [startSinkove({ url: other, checkout: before })]),
      ];
      const [sqlite, control, postgres, earlier] = await Promise.all(starting);
      if (!sqlite || !control || !postgres) throw new TypeError("A server is missing.");
      try {
        const subjects = [
          await subjectOf("SQLite", sqlite),
          await subjectOf("SQLite again (A/A)", control),
          await subjectOf("sinkove-server on PostgreSQL", postgres, 2.5),
          ...(earlier ? [await subjectOf("PostgreSQL, before", earlier)] : []),
        ];
        const rows = await compare(subjects, context);
        rows.push(await roundTripsOf("sinkove-server on PostgreSQL", counted));
        if (before !== undefined)
          rows.push(await roundTripsOf("PostgreSQL, before", countedBefore, before));
        return rows;
      } finally {
        await Promise.all([sqlite, control, postgres, earlier].map((server) => server?.stop()));
      }
    }),
};
