import type { RunningServer } from "./server-process.ts";

/** The results of the requests of all writers. */
export interface Written {
  /** The ids of created objects, by their requested names. */
  readonly made: Map<string, string>;
  /** The number of responses by status; 0 is a broken connection. */
  readonly statuses: Map<number, number>;
  /** Bodies of responses that the contract does not allow. */
  readonly strange: unknown[];
}

export interface Writers {
  readonly stop: () => Promise<Written>;
  readonly written: Written;
}

/** Orders datasets over several connections until it is stopped. Each order is repeated until it is answered. */
export function startWriters(
  servers: readonly Pick<RunningServer, "url">[],
  {
    key,
    modelId,
    count,
  }: { readonly key: string; readonly modelId: string; readonly count: number },
): Writers {
  const written: Written = { made: new Map(), statuses: new Map(), strange: [] };
  let [isStopping, orders] = [false, 0];
  const order = async (name: string, turn: number): Promise<void> => {
    for (let tries = 0; ; tries++) {
      const server = servers[(turn + tries) % servers.length];
      const answer = await post(`${server?.url}/v1/datasets`, { key, modelId, name });
      written.statuses.set(answer.status, (written.statuses.get(answer.status) ?? 0) + 1);
      if (answer.status === 201) return void written.made.set(name, answer.body.id);
      if (!isRefusal(answer)) return void written.strange.push(answer.body);
    }
  };
  const writer = async (_: unknown, turn: number): Promise<void> => {
    while (!isStopping && written.strange.length === 0) await order(`order-${++orders}`, turn);
  };
  const writers = Array.from({ length: count }, writer);
  return {
    written,
    async stop() {
      isStopping = true;
      await Promise.all(writers);
      return written;
    },
  };
}

interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the tests check the members that they read
  readonly body: any;
}

async function post(
  url: string,
  { key, modelId, name }: { readonly key: string; readonly modelId: string; readonly name: string },
): Promise<Answer> {
  const headers = {
    Authorization: `Bearer ${key}`,
    "Content-Type": "application/json",
    "Idempotency-Key": name,
  };
  const body = JSON.stringify({
    modelId,
    numSamples: 1,
    args: { prompt: `normal ${name.replace(/\D/g, "")}` },
  });
  try {
    const response = await fetch(url, { method: "POST", headers, body });
    return { status: response.status, body: await response.json() };
  } catch {
    return { status: 0, body: undefined };
  }
}

/** The statuses and errors that a client retries while a database or a server is unavailable. */
function isRefusal({ status, body }: Answer): boolean {
  if (status === 0) return true;
  if (status === 503) return body.code === "SERVICE_UNAVAILABLE" && body.retryAfterSeconds > 0;
  return status === 409 && body.code === "IDEMPOTENCY_CONFLICT";
}
