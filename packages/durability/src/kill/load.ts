import { type Answer, ask, type Connection, type Request, send } from "./connection.ts";
import type { Item, Ledger, Order } from "./ledger.ts";

/** The arguments of datasets. */
export interface Model {
  readonly id: string;
  readonly maxSamples: number;
}

/** The first model in the list. */
export async function firstModel(connection: Connection): Promise<Model> {
  return (await ask(connection, { method: "GET", path: "/models" })).body[0];
}

/** A write load that runs until the server is killed. */
export interface Load {
  readonly connection: Connection;
  readonly ledger: Ledger;
  readonly model: Model;
  readonly connections: number;
  /** Called with the number of each write when it is sent. The server may be killed at that moment. */
  readonly onSend: (count: number) => void;
}

/** Creates keys and datasets, and revokes and deletes some, over several connections, until the server is gone. */
export async function writeUntilKilled(load: Load): Promise<void> {
  let sent = 0;
  const connection = async (): Promise<void> => {
    for (let isAlive = true; isAlive; ) {
      const answered = sent % 3 === 2 ? endOne(load) : makeOne(load, sent);
      sent += 1;
      load.onSend(sent);
      isAlive = await answered;
    }
  };
  await Promise.all(Array.from({ length: load.connections }, connection));
}

async function makeOne({ connection, ledger, model }: Load, turn: number): Promise<boolean> {
  const order = ledger.order(wantedAt(turn, model));
  const answer = await send(connection, requestOf(order, model));
  if (!answer) return isCut(ledger);
  ledger.fulfil(order, expectStatus(answer, [201]));
  return true;
}

/**
 * Every other object is a key. Datasets that will be deleted are so large that none is finished before, so their credits
 * are refunded.
 */
function wantedAt(turn: number, { maxSamples }: Model): Omit<Order, "name"> {
  const isFleeting = turn % 4 < 2;
  if (turn % 2 === 0) return { kind: "key", samples: 0, isFleeting };
  return { kind: "dataset", samples: isFleeting ? maxSamples : 1, isFleeting };
}

async function endOne({ connection, ledger }: Load): Promise<boolean> {
  const item = ledger.beginEnd();
  if (!item) return true;
  const answer = await send(connection, endOf(item));
  if (!answer) return isCut(ledger);
  ledger.end(item, expectStatus(answer, [200, 204]));
  return true;
}

function isCut(ledger: Ledger): false {
  ledger.unanswered += 1;
  return false;
}

/**
 * Repeats requests that got no response, as a client would. Each is sent twice, and the second response must say that it
 * is a replay.
 */
export async function settle({
  connection,
  ledger,
  model,
}: Omit<Load, "connections" | "onSend">): Promise<void> {
  for (const order of [...ledger.orders]) {
    const request = requestOf(order, model);
    const first = expectStatus(await ask(connection, request), [201]);
    const second = expectStatus(await ask(connection, request), [201]);
    if (first.body.id !== second.body.id || !second.headers.has("Idempotent-Replayed")) {
      throw new Error(`${order.kind} ${order.name} was made twice with one Idempotency-Key.`);
    }
    ledger.fulfil(order, first);
  }
  for (const item of ledger.items.filter(isToBeEnded)) {
    const answer = await ask(connection, endOf(item));
    ledger.end(item, expectStatus(answer, [200, 204, 404, 409]));
  }
}

/** Objects whose end has no response yet, and large datasets before they are finished. */
function isToBeEnded({ kind, state, isFleeting }: Item): boolean {
  return state === "ending" || (state === "there" && kind === "dataset" && isFleeting);
}

function requestOf({ kind, name, samples }: Order, model: Model): Request {
  const create = { method: "POST", idempotencyKey: name } as const;
  if (kind === "key") return { ...create, path: "/api-keys", body: { name } };
  const args = { prompt: promptOf(name) };
  const body = { modelId: model.id, numSamples: samples, args };
  return { ...create, path: "/datasets", body };
}

/** The prompt that identifies a dataset. The generator ignores numbers. */
export function promptOf(name: string): string {
  return `Normal chest film ${name}`;
}

function endOf({ kind, id }: Item): Request {
  if (kind === "key") return { method: "POST", path: `/api-keys/${id}/revoke` };
  return { method: "DELETE", path: `/datasets/${id}` };
}

function expectStatus(answer: Answer, statuses: readonly number[]): Answer {
  if (statuses.includes(answer.status)) return answer;
  throw new Error(`The answer was ${answer.status}: ${JSON.stringify(answer.body)}`);
}
