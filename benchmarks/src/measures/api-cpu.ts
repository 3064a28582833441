import { fire, type Shot, shoot } from "../api/load.ts";
import { type MeasuredServer, startBare, startSinkove } from "../api/measured-server.ts";
import { type Context, type Measure, type Row, times } from "../measure.ts";
import { interleave, ratios, summarize } from "../statistics.ts";

const REQUESTS = 1000;
const WARM_UP = 3;

interface Subject {
  readonly name: string;
  readonly server: MeasuredServer;
  readonly target?: number;
}

interface Comparison {
  readonly api: MeasuredServer;
  readonly context: Context;
}

/** What a request costs the API's process over what it costs node:http to answer with the same bytes. */
async function compare(shot: Shot, { api, context }: Comparison): Promise<Row[]> {
  const body = await shoot(api.url, shot);
  const [bare, control] = [await startBare(body), await startBare(body)];
  const subjects: Subject[] = [
    { name: "node:http", server: bare },
    { name: "node:http again (A/A)", server: control },
    { name: "sinkove-server", server: api, ...(shot.method === "GET" ? { target: 1.6 } : {}) },
  ];
  const once = ({ server }: Subject) => fire(server, shot, times(REQUESTS, context));
  await interleave(subjects, WARM_UP, once);
  const samples = await interleave(subjects, times(15, context), once);
  await Promise.all([bare.stop(), control.stop()]);
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
    const { key } = api;
    try {
      const get: Shot = { method: "GET", path: await pathOfDataset(api), key };
      const body = JSON.stringify({ name: "bench" });
      const post: Shot = { method: "POST", path: "/v1/api-keys", key, body };
      const comparison = { api, context };
      return [...(await compare(get, comparison)), ...(await compare(post, comparison))];
    } finally {
      await api.stop();
    }
  },
};
