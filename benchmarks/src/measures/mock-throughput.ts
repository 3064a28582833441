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
const BODY =
  '{"modelId":"01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2","numSamples":1,"args":{"prompt":"Cardiomegaly"}}';
/** Rounds that are not counted: V8 optimizes a server during its first thousands of requests. */
const WARM_UP = 5;
const REQUESTS = [
  { title: "GET /datasets", method: "GET", path: "/datasets", body: "", status: 200 },
  { title: "POST /datasets", method: "POST", path: "/datasets", body: BODY, status: 201 },
] as const;

/**
 * The time of a request divided by that of Prism's own server: 0.2 means five times the throughput. The client shares the
 * machine and takes the same time for every server, so a fast server waits for it. Therefore the CPU time of the server
 * alone is reported too.
 */
export const mockThroughput: Measure = {
  name: "mock-throughput",
  title: "The mock server: time per request, both directions judged, over prism mock",
  async run(context) {
    const servers = new Map<string, RunningServer>();
    try {
      for (const name of NAMES) {
        servers.set(
          name,
          await startProcess(name === CONTROL ? PRISM_CLI : name, { tellsCost: true }),
        );
      }
      const rows: Row[] = [];
      for (const request of REQUESTS) rows.push(...(await measure(request, { servers, context })));
      return rows;
    } finally {
      for (const server of servers.values()) server.stop();
    }
  },
};

/** Milliseconds of elapsed time, and of the server's CPU time. */
interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

interface Subjects {
  readonly servers: ReadonlyMap<string, RunningServer>;
  readonly context: Context;
}

async function measure(
  request: (typeof REQUESTS)[number],
  { servers, context }: Subjects,
): Promise<Row[]> {
  const load = { requests: times(1000, context), connections: 8, status: request.status };
  const once = async (name: string): Promise<Cost> => {
    const server = servers.get(name);
    if (!server) throw new Error(`${name} was not started.`);
    const { port } = server;
    const key = name.startsWith(FAST) ? await newWorldKey(port) : KEY;
    const [before, startedAt] = [await server.cpu(), performance.now()];
    await sendMany(port, textOf(request, key), load);
    const wall = performance.now() - startedAt;
    return { wall, cpu: (await server.cpu()) - before };
  };
  await interleave(NAMES, times(WARM_UP, context), once);
  const samples = await interleave(NAMES, times(15, context), once);
  const [base = []] = samples;
  return NAMES.flatMap((name, index): Row[] => {
    if (name === PRISM_CLI) return [];
    const over = (kind: keyof Cost) =>
      summarize(
        ratios(
          (samples[index] ?? []).map((cost) => cost[kind]),
          base.map((cost) => cost[kind]),
        ),
      );
    const [wall, cpu] = [over("wall"), over("cpu")];
    const subject = `${request.title}, ${name}`;
    const note = `${(1 / wall.median).toFixed(1)} × its throughput`;
    const row: Row = { subject, value: wall, unit: "×", note };
    return [
      name === FAST ? { ...row, target: 0.2 } : row,
      { subject: `${subject}, CPU time of the server`, value: cpu, unit: "×" },
    ];
  });
}

/** Creates a sandbox for each round, so that the data of one round does not slow down the next. */
async function newWorldKey(port: number): Promise<string> {
  const body = JSON.stringify({
    credits: 1_000_000,
    rateLimit: { limit: 1_000_000, windowSeconds: 60 },
  });
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
