import { setTimeout as sleep } from "node:timers/promises";
import { BASE, type Client, createClients, SDK } from "../clients.ts";
import { type Context, type Measure, type Row, times } from "../measure.ts";
import { interleave, summarize } from "../statistics.ts";

/** The phase of a request when it is aborted, and the server behaviour that keeps it there. */
const PHASES: Record<string, string> = {
  "waiting for the headers": "silent",
  "in the body": "half",
  "in the wait before a retry": "busy",
};
/** Bare `fetch` does not retry. */
const NEVER_RETRIES = BASE;
const SUBJECTS = [BASE, SDK, "openai", "@anthropic-ai/sdk"];
/** The time until a request has reached its phase. */
const UNTIL_THERE_MS = 30;
const PATIENCE_MS = 300;

/** Milliseconds from the abort until the request's promise settles. */
async function settle({ name, list }: Client): Promise<number> {
  const controller = new AbortController();
  let isSettled = false;
  const settled = list(controller.signal).then(
    () => Promise.reject(new Error(`${name} got a response, but should have waited.`)),
    () => {
      isSettled = true;
      return performance.now();
    },
  );
  await sleep(UNTIL_THERE_MS);
  if (isSettled) throw new Error(`${name} gave up before it was aborted.`);
  const start = performance.now();
  controller.abort(new Error("The user left."));
  const end = await Promise.race([settled, sleep(PATIENCE_MS, start + PATIENCE_MS)]);
  return end - start;
}

async function phase(name: string, { rounds, origin }: Plan): Promise<Row[]> {
  const url = `${origin}/${PHASES[name]}`;
  const retries = PHASES[name] === "busy";
  const clients = createClients({ bare: url, wrapped: url }).filter(
    (client) => SUBJECTS.includes(client.name) && !(retries && client.name === NEVER_RETRIES),
  );
  await interleave(clients, 1, settle);
  const samples = await interleave(clients, rounds, settle);
  return clients.map((client, index) => rowOf(client.name, name, samples[index] ?? []));
}

type Plan = Pick<Context, "origin"> & { readonly rounds: number };

function rowOf(client: string, name: string, sample: number[]): Row {
  const value = summarize(sample);
  const worst = value.max >= PATIENCE_MS ? `over ${PATIENCE_MS}` : value.max.toFixed(1);
  const note = `at worst ${worst} ms`;
  const row: Row = { subject: `${client}, ${name}`, value, unit: "ms", note };
  return client === SDK ? { ...row, target: 5 } : row;
}

export const abort: Measure = {
  name: "abort",
  title: "From abort to settled",
  async run(context) {
    const plan: Plan = { origin: context.origin, rounds: times(20, context) };
    const rows: Row[] = [];
    for (const name of Object.keys(PHASES)) rows.push(...(await phase(name, plan)));
    return rows;
  },
};
