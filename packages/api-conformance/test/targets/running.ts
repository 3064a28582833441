import { setTimeout } from "node:timers/promises";
import type { ApiKey, Me, Model } from "@sinkove/contract";
import { call } from "../../src/scenarios/exchange.ts";
import type { Capability, Target, World } from "../../src/scenarios/target.ts";

/** The capabilities of a server that is known only by its address and a key. */
export const RUNNING: readonly Capability[] = ["socket"];

/** The address of the server to test. */
export interface RunningServer {
  /** With or without a trailing `/v1`. */
  readonly url: string;
  /** A key with full access to a server that is used for nothing else. */
  readonly key: string;
}

/**
 * A server that is already running. Each world is a separate key of the same account.
 *
 * @throws Error if the key cannot access an organization and a model that takes a prompt
 */
export async function createRunningTarget({ url, key }: RunningServer): Promise<Target> {
  const baseUrl = url.replace(/\/+$/, "").replace(/\/v1$/, "");
  const connection = { fetch: patientFetch, baseUrl, now: Date.now, advanceClock: () => {} };
  const root = { ...connection, key, apiKeyId: "", modelId: "", organizationIds: [""] as [string] };
  const { modelId, organizationIds } = await explore(root);
  let worlds = 0;
  return {
    capabilities: new Set(RUNNING),
    isFast: false,
    newWorld: async () => {
      if (++worlds % WORLDS_AT_ONCE === 0) await revokeOthers(root);
      const { status, body } = await call(root, "createApiKey", { body: { name: "Conformance" } });
      if (status !== 201)
        throw new Error(`The server did not create a key: ${JSON.stringify(body)}`);
      return { ...connection, key: body.secret, apiKeyId: body.id, modelId, organizationIds };
    },
    close: async () => {},
  };
}

/** An account can have 500 keys, and each scenario creates a few. */
const WORLDS_AT_ONCE = 50;

/** Revokes the keys of earlier scenarios. */
async function revokeOthers(root: World): Promise<void> {
  const { id } = (await call(root, "getMe")).body.apiKey;
  const keys: readonly ApiKey[] = (await call(root, "listApiKeys", { query: { limit: "500" } }))
    .body;
  for (const { id: apiKeyId, status, name } of keys) {
    if (apiKeyId === id || status !== "active" || name !== "Conformance") continue;
    await call(root, "revokeApiKey", { path: { apiKeyId } });
  }
}

async function explore(root: World): Promise<Pick<World, "modelId" | "organizationIds">> {
  const me = await call(root, "getMe");
  if (me.status !== 200) throw new Error(`The server refuses the key: ${JSON.stringify(me.body)}`);
  const { organizations }: Me = me.body;
  const models: readonly Model[] = (await call(root, "listModels")).body;
  const model = models.find(({ argsSchema }) => JSON.stringify(argsSchema).includes('"prompt"'));
  const [first, ...others] = organizations.map(({ id }) => id);
  if (first && model) return { modelId: model.id, organizationIds: [first, ...others] };
  throw new Error("The key needs access to an organization and to a model that takes a prompt.");
}

/** Retries after a 429, because this server has its own limits. Only this target makes scenarios wait. */
async function patientFetch(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await fetch(request);
  if (response.status !== 429) return response;
  await setTimeout(1000 * Number(response.headers.get("Retry-After") ?? 1));
  return patientFetch(again);
}
