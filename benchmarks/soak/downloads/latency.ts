import { Agent, request } from "node:http";
import { setTimeout } from "node:timers/promises";

/** Options of the requests that run meanwhile. */
export interface LatencyOptions {
  readonly url: string;
  readonly key: string;
  /** The duration, in milliseconds. */
  readonly lasting: number;
}

/** Requests per second, sent without waiting for earlier responses: a waiting client would hide delays. */
const RATE = 200;

/** Lists datasets at a steady rate. Returns the 99th percentile of the response times, in milliseconds. */
export async function p99Of({ url, key, lasting }: LatencyOptions): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const times: Promise<number>[] = [];
  const startedAt = performance.now();
  for (let due = 0; due < lasting; due += 1000 / RATE) {
    const ahead = startedAt + due - performance.now();
    if (ahead > 0) await setTimeout(ahead);
    times.push(timeOf(`${url}/v1/datasets?limit=10`, key, agent));
  }
  const sorted = (await Promise.all(times)).toSorted((a, b) => a - b);
  agent.destroy();
  return sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN;
}

function timeOf(url: string, key: string, agent: Agent): Promise<number> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { Authorization: `Bearer ${key}` };
    const asking = request(url, { agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`));
      response.resume().once("end", () => resolve(performance.now() - startedAt));
    });
    asking.on("error", reject).end();
  });
}
