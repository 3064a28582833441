import { BASE, type Client, createClients, SDK } from "../clients.ts";
import { type Context, type Row, times } from "../measure.ts";
import { interleave, ratios, summarize } from "../statistics.ts";

const WARM_UP = 300;

/** The requests per round, how many of them are concurrent, and the number of rounds. */
interface Load {
  readonly requests: number;
  readonly atOnce: number;
  readonly rounds: number;
  readonly target: number;
}

/** Lists with every client in turn, and divides each round by that of bare `fetch`. */
export async function throughput(load: Load, context: Context): Promise<Row[]> {
  const clients = createClients({
    bare: `${context.origin}/bare`,
    wrapped: `${context.origin}/wrapped`,
  });
  for (const client of clients) {
    await batch(client, { ...load, requests: times(WARM_UP, context) });
  }
  const samples = await interleave(clients, times(load.rounds, context), (client) =>
    batch(client, load),
  );
  const base = samples[clients.findIndex(({ name }) => name === BASE)] ?? [];
  return clients.flatMap(({ name }, index): Row[] => {
    if (name === BASE) return [];
    const over = (what: keyof Cost) =>
      summarize(
        ratios(
          (samples[index] ?? []).map((cost) => cost[what]),
          base.map((cost) => cost[what]),
        ),
      );
    const note = `${over("cpu").median.toFixed(2)} × its CPU time`;
    const row: Row = { subject: name, value: over("wall"), unit: "×", note };
    return [name === SDK ? { ...row, target: load.target } : row];
  });
}

type Batch = Pick<Load, "requests" | "atOnce">;

/** Milliseconds of a round: elapsed time, and this process's CPU time. */
interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

async function batch(client: Client, { requests, atOnce }: Batch): Promise<Cost> {
  const before = process.cpuUsage();
  const start = performance.now();
  for (let sent = 0; sent < requests; sent += atOnce) {
    const lists = await Promise.all(Array.from({ length: atOnce }, () => client.list()));
    if (lists.some((count) => count !== 10)) throw new Error(`${client.name} lost items.`);
  }
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / 1000 };
}
