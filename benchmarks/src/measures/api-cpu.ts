import { fire, type Shot, shoot } from "../api/load.ts";
import {
  type MeasuredServer,
  startBare,
  startDurable,
  startFastify,
  startSinkove,
} from "../api/measured-server.ts";
import { pathOfDataset } from "../api/path-of-dataset.ts";
import { type Context, type Measure, type Row, times } from "../measure.ts";
import { interleave, ratios, summarize } from "../statistics.ts";

const REQUESTS = 3000;
/** Rounds that are not counted: V8 optimizes a server during more than its first ten thousand requests. */
const WARM_UP = 5;

interface Subject {
  readonly name: string;
  readonly server: MeasuredServer;
  /** The request, which is the same for all servers unless their data differs. */
  readonly shot: Shot;
  /** The expected status. */
  readonly status: number;
  readonly target?: number;
}

/** Compares the CPU time of a request with that of the first subject. */
async function compare(subjects: readonly Subject[], context: Context): Promise<Row[]> {
  const requests = times(REQUESTS, context);
  const once = ({ server, shot, status }: Subject) => fire(server, shot, { requests, status });
  await interleave(subjects, WARM_UP, once);
  const samples = await interleave(subjects, times(15, context), once);
  const taken = (index: number, kind: "cpu" | "wall") =>
    samples[index]?.map((cost) => cost[kind]) ?? [];
  return subjects.slice(1).map(({ name, shot, target }, index) => {
    const over = (kind: "cpu" | "wall") =>
      summarize(ratios(taken(index + 1, kind), taken(0, kind)));
    const note = `${over("wall").median.toFixed(2)} × on the clock`;
    const row: Row = { subject: `${shot.method}, ${name}`, value: over("cpu"), unit: "×", note };
    return target === undefined ? row : { ...row, target };
  });
}

/** Starts two servers, and stops them in any case. */
async function withPair<T>(
  starting: readonly [Promise<MeasuredServer>, Promise<MeasuredServer>],
  work: (one: MeasuredServer, other: MeasuredServer) => Promise<T>,
): Promise<T> {
  const [one, other] = await Promise.all(starting);
  try {
    return await work(one, other);
  } finally {
    await Promise.all([one.stop(), other.stop()]);
  }
}

const getOf = async (server: MeasuredServer): Promise<Shot> => ({
  method: "GET",
  path: await pathOfDataset(server),
  key: server.key,
});

const postOf = ({ key }: Pick<MeasuredServer, "key">): Shot => {
  const body = JSON.stringify({ name: "bench" });
  return { method: "POST", path: "/v1/api-keys", key, body };
};

/** Compares with `node:http` that responds with the same bytes. */
async function getOverBare(api: MeasuredServer, context: Context): Promise<Row[]> {
  const shot = await getOf(api);
  const body = await shoot(api.url, shot);
  const base = { shot, status: 200 };
  return withPair([startBare(body), startBare(body)], async (bare, control) =>
    compare(
      [
        { ...base, name: "node:http", server: bare },
        { ...base, name: "node:http again (A/A)", server: control },
        { ...base, name: "sinkove-server, over node:http", server: api },
      ],
      context,
    ),
  );
}

/** Compares with `node:http` that responds with the same bytes, with and without one durable row. */
async function postOverBare(api: MeasuredServer, context: Context): Promise<Row[]> {
  const shot = postOf(api);
  const text = await shoot(api.url, shot);
  const sinkove = { name: "sinkove-server, over node:http", server: api, shot, status: 201 };
  const named = { ...sinkove, name: "sinkove-server, over node:http with one durable row" };
  return withPair([startBare(text), startDurable(text)], async (bare, durable) => {
    const base = { name: "node:http", server: bare, shot, status: 200 };
    const row = { name: "node:http with one durable row", shot, status: 201 };
    const durably = { ...row, server: durable };
    return [
      ...(await compare([base, durably, sinkove], context)),
      ...(await compare([durably, named], context)),
    ];
  });
}

/** Compares with a likely alternative: Fastify 5 with the same guarantees. */
async function overFastify(api: MeasuredServer, context: Context): Promise<Row[]> {
  const get = await getOf(api);
  const dataset = await shoot(api.url, get);
  const start = () => startFastify(api.key, dataset);
  return withPair([start(), start()], async (peer, control) => {
    const subjectsOf = (shot: Shot, status: number): Subject[] => [
      { name: "Fastify", server: peer, shot, status },
      { name: "Fastify again (A/A)", server: control, shot, status },
      { name: "sinkove-server, over Fastify", server: api, shot, status, target: 1 },
    ];
    return [
      ...(await compare(subjectsOf(get, 200), context)),
      ...(await compare(subjectsOf(postOf(api), 201), context)),
    ];
  });
}

/** Compares with the checkout of `--before`. */
async function overBefore(api: MeasuredServer, context: Context): Promise<Row[]> {
  const { before: checkout } = context;
  if (checkout === undefined) return [];
  const start = () => startSinkove({ checkout });
  return withPair([start(), start()], async (before, control) => {
    const subjects = [
      { name: "before", server: before },
      { name: "before again (A/A)", server: control },
      { name: "sinkove-server, over before", server: api, target: 1.03 },
    ];
    const withGet: Subject[] = [];
    for (const each of subjects)
      withGet.push({ ...each, shot: await getOf(each.server), status: 200 });
    const withPost = subjects.map((each) => ({ ...each, shot: postOf(each.server), status: 201 }));
    return [...(await compare(withGet, context)), ...(await compare(withPost, context))];
  });
}

export const apiCpu: Measure = {
  name: "api-cpu",
  title: "CPU time of an authenticated, validated request, over node:http and over Fastify 5",
  async run(context) {
    const rows: Row[] = [];
    for (const compareWith of [getOverBare, postOverBare, overFastify, overBefore]) {
      // A new server each time, because the others have no data of earlier comparisons either.
      const api = await startSinkove();
      try {
        rows.push(...(await compareWith(api, context)));
      } finally {
        await api.stop();
      }
    }
    return rows;
  },
};
