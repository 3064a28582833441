import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { ask, type Connection, listAll } from "../kill/connection.ts";
import { firstModel } from "../kill/load.ts";
import { CHANGES, type Change, lastChange } from "./changes.ts";
import { compare, type Delivery, type WebhookFindings } from "./compare.ts";
import { type Fleet, startFleet } from "./fleet.ts";
import { readReceived } from "./received-events.ts";
import { findFreePort, type ReceiverProcess, startReceiver } from "./receiver-process.ts";

/** Servers and a receiver of webhooks that are killed while events happen. */
export interface WebhookTrial {
  /** An empty folder. */
  readonly folder: string;
  /** The least number of events. */
  readonly events: number;
  /** The least number of kills, of servers and of the receiver together. */
  readonly kills: number;
  /** A PostgreSQL database, which two servers share. Default: one server on SQLite. */
  readonly databaseUrl?: string;
  /** A random number from 0 up to, but not including, 1. */
  readonly random: () => number;
  readonly onKill?: (kills: number, events: number) => void;
}

/** The result of the trial. */
export interface WebhookReport extends WebhookFindings {
  readonly serverKills: number;
  readonly receiverKills: number;
  /** The events that should have arrived. */
  readonly events: number;
  /** The requests that arrived, including repeated ones. */
  readonly requests: number;
  /** What servers complained about when they started again. */
  readonly complaints: readonly string[];
}

/** How many clients make changes at once. */
const CLIENTS = 4;
/** The longest pause between two kills, in milliseconds. */
const PAUSE = 600;
/** The longest pause of a client between two changes, in milliseconds. */
const CLIENT_PAUSE = 1000;
/** So long nothing has to arrive until the trial gives up, in milliseconds. */
const PATIENCE = 60_000;

/** Kills servers and receiver with SIGKILL while datasets are made and keys change, and compares what has arrived. */
export async function killWebhooks(trial: WebhookTrial): Promise<WebhookReport> {
  const file = join(trial.folder, "received.jsonl");
  writeFileSync(file, "");
  const fleet = await startFleet(trial);
  let receiver: ReceiverProcess | undefined;
  try {
    const connection = (): Connection => ({ url: fleet.urls()[0] ?? "", key: fleet.key });
    const port = await findFreePort();
    const endpoint = await register(connection(), `http://127.0.0.1:${port}/`);
    receiver = await startReceiver({ port, file, secret: endpoint.secret });
    const { changes, ...kills } = await disturb(trial, { fleet, receiver, connection });
    const read = () => listAll(connection(), `${endpoint.path}/deliveries`);
    const deliveries = await settled({ changes, read, file });
    const received = readReceived(file);
    return {
      ...kills,
      events: changes.reduce((sum, { types }) => sum + types.length, 0),
      requests: received.length,
      complaints: fleet.complaints,
      ...compare({ changes, received, deliveries }),
    };
  } finally {
    await Promise.all([receiver?.stop(), fleet.stop()]);
  }
}

async function register(
  connection: Connection,
  url: string,
): Promise<{ readonly path: string; readonly secret: string }> {
  const { body } = await ask(connection, { method: "GET", path: "/organizations" });
  const path = `/organizations/${body[0].id}/webhook-endpoints`;
  const made = await ask(connection, { method: "POST", path, body: { url } });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return { path: `${path}/${made.body.id}`, secret: made.body.secret };
}

interface Disturbed {
  readonly fleet: Fleet;
  readonly receiver: ReceiverProcess;
  readonly connection: () => Connection;
}

/** Makes changes and kills until there are enough of both, and then the last change. */
async function disturb(
  { events, kills, random, onKill }: WebhookTrial,
  { fleet, receiver, connection }: Disturbed,
) {
  const model = await firstModel(connection());
  const changes: Change[] = [];
  let [serverKills, receiverKills, expected, hasFailed] = [0, 0, 0, false];
  const isOver = () => hasFailed || (serverKills + receiverKills >= kills && expected >= events);
  const client = async (): Promise<void> => {
    while (!isOver()) {
      await setTimeout(random() * CLIENT_PAUSE);
      const change = await CHANGES[Math.floor(random() * CHANGES.length)]?.(fleet, model);
      if (!change) continue;
      changes.push(change);
      expected += change.types.length;
    }
  };
  const killer = async (): Promise<void> => {
    while (!isOver()) {
      await setTimeout(random() * PAUSE);
      if (random() < 0.5) {
        serverKills += 1;
        await fleet.kill(random());
      } else {
        receiverKills += 1;
        await receiver.kill();
      }
      onKill?.(serverKills + receiverKills, expected);
    }
  };
  const failed = (error: unknown): never => {
    hasFailed = true;
    throw error;
  };
  const all = [killer(), ...Array.from({ length: CLIENTS }, client)];
  await Promise.all(all.map((each) => each.catch(failed)));
  changes.push(await lastChange(fleet, model));
  return { changes, serverKills, receiverKills };
}

interface Settling {
  readonly changes: readonly Change[];
  readonly read: () => Promise<Delivery[]>;
  readonly file: string;
}

/**
 * Waits until every event has arrived and no delivery is due. An earlier dataset can expire after the one of the last
 * change, if its worker was killed. Gives up when nothing arrives any more.
 */
async function settled({ changes, read, file }: Settling): Promise<Delivery[]> {
  let [seen, since] = [0, performance.now()];
  for (;;) {
    const received = readReceived(file);
    const deliveries = await read();
    if (compare({ changes, received, deliveries }).lost.length === 0) return deliveries;
    if (received.length > seen) [seen, since] = [received.length, performance.now()];
    if (performance.now() - since > PATIENCE) return deliveries;
    await setTimeout(100);
  }
}
