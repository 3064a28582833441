import { setTimeout } from "node:timers/promises";
import { type Answer, send, sendUntilAnswered, type Urls } from "./call.ts";
import type { Ledger, Made } from "./ledger.ts";

/** The parameters of the load. */
export interface Load {
  readonly urls: Urls;
  readonly key: string;
  readonly modelId: string;
  readonly ledger: Ledger;
  readonly isOver: () => boolean;
  readonly random: () => number;
}

/** The number of writers, all of one account. */
const WRITERS = 12;
const READERS = 4;
/** The most keys of each writer, because an account has a limit. */
const MOST_KEYS = 8;
/** One in this many writes creates a dataset; the workers must generate all of them. */
const DATASET_EVERY = 15;
/** One in this many datasets is so large that it is deleted before it is generated, and its credits are refunded. */
const LARGE_EVERY = 5;
const LARGE = 1000;

/** Writes to and reads from two servers until the trial ends, and records what they acknowledge. */
export async function writeAndRead(load: Load): Promise<void> {
  const writers = Array.from({ length: WRITERS }, () => write(load));
  const readers = Array.from({ length: READERS }, () => read(load));
  await Promise.all([...writers, ...readers]);
}

async function write(load: Load): Promise<void> {
  const own: Made[] = [];
  let turn = Math.floor(load.random() * DATASET_EVERY);
  while (!load.isOver()) {
    turn += 1;
    if (turn % DATASET_EVERY === 0) await orderDataset(load, turn / DATASET_EVERY);
    else own.push(await createKey(load));
    const [oldest] = own;
    if (oldest && own.length > MOST_KEYS) {
      own.shift();
      await revoke(load, oldest);
    }
  }
}

async function createKey(load: Load): Promise<Made> {
  const name = newName(load);
  const call = { operation: "createApiKey", path: "/api-keys", body: { name } } as const;
  const { body } = await create(load, { ...call, idempotencyKey: name });
  return load.ledger.add({ kind: "key", name, id: body.id, secret: body.secret, samples: 0 });
}

async function orderDataset(load: Load, turn: number): Promise<void> {
  const name = newName(load);
  const samples = turn % LARGE_EVERY === 0 ? LARGE : 1;
  const args = { prompt: `Normal chest film ${name}` };
  const order = { modelId: load.modelId, numSamples: samples, args };
  const call = { operation: "createDataset", path: "/datasets", body: order } as const;
  const { body } = await create(load, { ...call, idempotencyKey: name });
  const made = load.ledger.add({ kind: "dataset", name, id: body.id, secret: "", samples });
  if (samples === LARGE) await remove(load, made);
}

type Creation = Omit<Parameters<typeof send>[1], "key">;

async function create({ urls, key, ledger }: Load, call: Creation): Promise<Answer> {
  const answer = await sendUntilAnswered(urls, { ...call, key }, ledger);
  if (answer.status === 201) return answer;
  throw new Error(`${call.operation} got the response ${JSON.stringify(answer.body)}`);
}

async function revoke({ urls, key, ledger }: Load, made: Made): Promise<void> {
  made.state = "ending";
  const path = `/api-keys/${made.id}/revoke`;
  const answer = await sendUntilAnswered(urls, { operation: "revokeApiKey", path, key }, ledger);
  // The response of an earlier attempt may have been lost.
  if (answer.status === 200 || answer.body.code === "API_KEY_ALREADY_REVOKED") ledger.end(made);
  else ledger.strange.push(`${path}: ${JSON.stringify(answer.body)}`);
}

async function remove({ urls, key, ledger }: Load, made: Made): Promise<void> {
  made.state = "ending";
  const path = `/datasets/${made.id}`;
  const answer = await sendUntilAnswered(urls, { operation: "deleteDataset", path, key }, ledger);
  if (answer.status === 204 || answer.status === 404) ledger.end(made);
  else ledger.strange.push(`${path}: ${JSON.stringify(answer.body)}`);
}

/** Reads objects from each server that any of the servers acknowledged. */
async function read(load: Load): Promise<void> {
  const { urls, ledger, isOver, random } = load;
  while (!isOver()) {
    await setTimeout(2);
    const latest = ledger.made.slice(-200);
    const made = latest[Math.floor(random() * latest.length)];
    const all = urls();
    const url = all[Math.floor(random() * all.length)];
    if (made && url !== undefined) await check(url, made, load);
  }
}

async function check(url: string, made: Made, { key, ledger }: Load): Promise<void> {
  const before = made.state;
  if (before === "ending") return;
  const call =
    made.kind === "key"
      ? ({ operation: "getMe", path: "/me", key: made.secret } as const)
      : ({ operation: "getDataset", path: `/datasets/${made.id}`, key } as const);
  const answer = await send(url, call, ledger);
  if (!answer || answer.status === 503) return;
  ledger.reads += 1;
  // An object that ended in the meantime may be found or not.
  if (made.state !== before) return;
  const isThere = answer.status === 200;
  if (isThere !== (before === "there"))
    ledger.strange.push(`${made.kind} ${made.id} is ${before}, and read as ${answer.status}`);
}

/** Only digits, because the generator interprets words as findings. */
function newName({ random }: Load): string {
  return `${Math.floor(random() * 2 ** 50)}`;
}
