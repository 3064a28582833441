import type { Answer } from "../kill/connection.ts";
import type { Model } from "../kill/load.ts";
import { type Servers, sendUntilAnswered } from "./call.ts";

/** What was changed about one dataset or key, and was acknowledged. */
export interface Change {
  /** The id of the dataset or key. */
  readonly subject: string;
  /** The types of the events that follow, in their order. */
  readonly types: readonly string[];
}

const DRAWN = "Normal chest film";
const NOT_DRAWN = "MRI of the brain";

/** The kinds of changes. Requests are repeated until one is answered, so that it is known what has happened. */
export const CHANGES: readonly ((servers: Servers, model: Model) => Promise<Change>)[] = [
  async (servers, model) => ({
    subject: await createDataset(servers, { model, prompt: DRAWN, samples: 1 }),
    types: ["dataset.ready", "dataset.expired"],
  }),
  async (servers, model) => ({
    subject: await createDataset(servers, { model, prompt: NOT_DRAWN, samples: 1 }),
    types: ["dataset.failed"],
  }),
  async (servers, model) => {
    // So large that it is never made before it is deleted.
    const samples = model.maxSamples;
    const subject = await createDataset(servers, { model, prompt: DRAWN, samples });
    // An earlier attempt may have deleted it, and got no response.
    await sendUntilAnswered(
      servers,
      { method: "DELETE", path: `/datasets/${subject}` },
      [204, 404],
    );
    return { subject, types: [] };
  },
  async (servers) => ({ subject: await createKey(servers), types: [] }),
  async (servers) => {
    const subject = await createKey(servers);
    await revoke(servers, subject);
    return { subject, types: ["api_key.revoked"] };
  },
  async (servers) => {
    const subject = await createKey(servers);
    await create(servers, `/api-keys/${subject}/rotate`, { gracePeriodSeconds: 3600 });
    await revoke(servers, subject);
    return { subject, types: ["api_key.rotated", "api_key.revoked"] };
  },
];

/** A change whose last event comes late: events that should not exist have time to arrive before it. */
export function lastChange(servers: Servers, model: Model): Promise<Change> {
  const [dataset] = CHANGES;
  if (!dataset) throw new Error("There is no change.");
  return dataset(servers, model);
}

interface Order {
  readonly model: Model;
  readonly prompt: string;
  readonly samples: number;
}

async function createDataset(servers: Servers, { model, prompt, samples }: Order): Promise<string> {
  const body = { modelId: model.id, numSamples: samples, args: { prompt } };
  return (await create(servers, "/datasets", body)).body.id;
}

async function createKey(servers: Servers): Promise<string> {
  return (await create(servers, "/api-keys", { name: "Under kills" })).body.id;
}

function create(servers: Servers, path: string, body: object): Promise<Answer> {
  const idempotencyKey = crypto.randomUUID();
  return sendUntilAnswered(servers, { method: "POST", path, body, idempotencyKey }, [201]);
}

/** Revokes without an Idempotency-Key: a second attempt is told that it was done. */
async function revoke(servers: Servers, id: string): Promise<void> {
  const path = `/api-keys/${id}/revoke`;
  const { status, body } = await sendUntilAnswered(servers, { method: "POST", path }, [200, 409]);
  if (status === 409 && body.code !== "API_KEY_ALREADY_REVOKED") throw new Error(body.detail);
}
