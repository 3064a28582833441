import { fire, type Shot, shoot } from "../api/load.ts";
import {
  type MeasuredServer,
  startBare,
  startDurable,
  startSinkove,
} from "../api/measured-server.ts";
import { type Context, type Measure, type Row, times } from "../measure.ts";
import { interleave, ratios, summarize } from "../statistics.ts";

const REQUESTS = 3000;
/** V8 compiles a server for its first ten thousand requests and more. */
const WARM_UP = 5;

interface Subject {
  readonly name: string;
  readonly server: MeasuredServer;
  /** Of its answers. */
  readonly status: number;
  readonly target?: number;
}

interface Comparison {
  readonly shot: Shot;
  /** What each is divided by comes first. */
  readonly subjects: readonly Subject[];
  readonly context: Context;
}

/** What a request costs a process over what it costs the first. */
async function compare({ shot, subjects, context }: Comparison): Promise<Row[]> {
  const requests = times(REQUESTS, context);
  const once = ({ server, status }: Subject) => fire(server, shot, { requests, status });
  await interleave(subjects, WARM_UP, once);
  const samples = await interleave(subjects, times(15, context), once);
  const taken = (index: number, kind: "cpu" | "wall") =>
    samples[index]?.map((cost) => cost[kind]) ?? [];
  return subjects.slice(1).map(({ name, target }, index) => {
    const over = (kind: "cpu" | "wall") =>
      summarize(ratios(taken(index + 1, kind), taken(0, kind)));
    const note = `${over("wall").median.toFixed(2)} × on the clock`;
    const row: Row = { subject: `${shot.method}, ${name}`, value: over("cpu"), unit: "×", note };
    return target === undefined ? row : { ...row, target };
  });
}

/** Over `node:http` that answers with the same bytes. */
async function compareGet(api: MeasuredServer, context: Context): Promise<Row[]> {
  const shot: Shot = { method: "GET", path: await pathOfDataset(api), key: api.key };
  const body = await shoot(api.url, shot);
  const [bare, control] = [await startBare(body), await startBare(body)];
  const status = 200;
  try {
    const subjects = [
      { name: "node:http", server: bare, status },
      { name: "node:http again (A/A)", server: control, status },
      { name: "sinkove-server", server: api, status, target: 1.6 },
    ];
    return await compare({ shot, subjects, context });
  } finally {
    await Promise.all([bare.stop(), control.stop()]);
  }
}

/** Over `node:http` that answers with the same bytes, and over the same with one durable row. */
async function comparePost(api: MeasuredServer, context: Context): Promise<Row[]> {
  const body = JSON.stringify({ name: "bench" });
  const shot: Shot = { method: "POST", path: "/v1/api-keys", key: api.key, body };
  const text = await shoot(api.url, shot);
  const [bare, durable] = [await startBare(text), await startDurable(text)];
  const sinkove = { name: "sinkove-server", server: api, status: 201 };
  const base = { name: "node:http", server: bare, status: 200 };
  const row = { name: "node:http with one durable row", server: durable, status: 201 };
  const named = { ...sinkove, name: "sinkove-server, over node:http with one durable row" };
  try {
    return [
      ...(await compare({ shot, subjects: [base, row, sinkove], context })),
      ...(await compare({ shot, subjects: [row, named], context })),
    ];
  } finally {
    await Promise.all([bare.stop(), durable.stop()]);
  }
}

async function pathOfDataset({ url, key }: MeasuredServer): Promise<string> {
  const models = await shoot(url, { method: "GET", path: "/v1/models", key });
  const [{ id: modelId }] = JSON.parse(models);
  const body = JSON.stringify({ modelId, numSamples: 1, args: { prompt: "cardiomegaly" } });
  const made = await shoot(url, { method: "POST", path: "/v1/datasets", key, body });
  return `/v1/datasets/${JSON.parse(made).id}`;
}

export const apiCpu: Measure = {
  name: "api-cpu",
  title: "CPU time of an authenticated, validated request, over bare node:http",
  async run(context) {
    const api = await startSinkove();
    try {
      return [...(await compareGet(api, context)), ...(await comparePost(api, context))];
    } finally {
      await api.stop();
    }
  },
};
