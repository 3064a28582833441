import { type Context, type Measure, type Row, times } from "../measure.ts";
import {
  BY_PRISM,
  FAST,
  KEY,
  PRISM_CLI,
  type RunningServer,
  startProcess,
} from "../mock/process.ts";
import { sendMany } from "../mock/raw-client.ts";
import { interleave, ratios, summarize } from "../statistics.ts";

const CONTROL = `${PRISM_CLI} again (A/A)`;
const NAMES = [PRISM_CLI, CONTROL, FAST, BY_PRISM];
const BODY = '{"name":"Benchmark"}';
const REQUESTS = [
  { title: "GET /datasets", method: "GET", path: "/datasets", body: "", status: 200 },
  { title: "POST /api-keys", method: "POST", path: "/api-keys", body: BODY, status: 201 },
] as const;

/** The time of a request, over that of Prism's own server: a fifth of it is five times its throughput. */
export const mockThroughput: Measure = {
  name: "mock-throughput",
  title: "The mock server: time per request, both directions judged, over prism mock",
  async run(context) {
    const servers = new Map<string, RunningServer>();
    try {
      for (const name of NAMES) {
        servers.set(name, await startProcess(name === CONTROL ? PRISM_CLI : name));
      }
      const rows: Row[] = [];
      for (const request of REQUESTS) rows.push(...(await measure(request, { servers, context })));
      return rows;
    } finally {
      for (const server of servers.values()) server.stop();
    }
  },
};

interface Subjects {
  readonly servers: ReadonlyMap<string, RunningServer>;
  readonly context: Context;
}

async function measure(
  request: (typeof REQUESTS)[number],
  { servers, context }: Subjects,
): Promise<Row[]> {
  const load = { requests: times(400, context), connections: 8, status: request.status };
  const once = async (name: string): Promise<number> => {
    const port = servers.get(name)?.port ?? 0;
    const key = name.startsWith(FAST) ? await newWorldKey(port) : KEY;
    const startedAt = performance.now();
    await sendMany(port, textOf(request, key), load);
    return performance.now() - startedAt;
  };
  await interleave(NAMES, times(3, context), once);
  const samples = await interleave(NAMES, times(15, context), once);
  const [base = []] = samples;
  return NAMES.flatMap((name, index): Row[] => {
    if (name === PRISM_CLI) return [];
    const value = summarize(ratios(samples[index] ?? [], base));
    const note = `${(1 / value.median).toFixed(1)} × its throughput`;
    const row: Row = { subject: `${request.title}, ${name}`, value, unit: "×", note };
    return [name === FAST ? { ...row, target: 0.2 } : row];
  });
}

/** A world for each round: what a round makes is not in the way of the next. */
async function newWorldKey(port: number): Promise<string> {
  const body = JSON.stringify({ rateLimit: { limit: 1_000_000, windowSeconds: 60 } });
  const response = await fetch(`http://127.0.0.1:${port}/_sandbox/worlds`, {
    method: "POST",
    body,
  });
  return (await response.json()).apiKey;
}

function textOf({ method, path, body }: (typeof REQUESTS)[number], key: string): string {
  const type =
    body === "" ? [] : ["Content-Type: application/json", `Content-Length: ${body.length}`];
  const head = [
    `${method} ${path} HTTP/1.1`,
    "Host: 127.0.0.1",
    `Authorization: Bearer ${key}`,
    ...type,
  ];
  return `${head.join("\r\n")}\r\n\r\n${body}`;
}
