import { createHmac } from "node:crypto";
import {
  createWebhookDeliverer,
  type Store,
  type WebhookDelivererOptions,
  type WebhookLogEntry,
  type WebhookRequest,
} from "../src/index.ts";
import type { World } from "./client.ts";

/** The secret of the worlds of `createWorld`. */
export const SERVICE_SECRET = "a secret for tests, and for nothing else";

export const URL_OF_ENDPOINT = "https://hooks.example.com/sinkove";

/** Creates a receiver in memory that responds as the test says, and a deliverer that sends to it. */
export function openPost(world: World, options: Partial<WebhookDelivererOptions> = {}) {
  const received: WebhookRequest[] = [];
  const log: WebhookLogEntry[] = [];
  let answer: (request: WebhookRequest) => Promise<number> = async () => 204;
  const hire = (more: Partial<WebhookDelivererOptions> = {}) =>
    createWebhookDeliverer({
      store: withoutClock(world.store),
      secret: SERVICE_SECRET,
      send: async (request) => {
        received.push(request);
        return { status: await answer(request) };
      },
      clock: world.now,
      monotonic: () => 0,
      wait: async () => {},
      log: (entry) => log.push(entry),
      slots: 5,
      ...options,
      ...more,
    });
  const path = { organizationId: world.organizationId };
  const register = async (body: object = {}, organizationId = world.organizationId) => {
    const request = { path: { organizationId }, body: { url: URL_OF_ENDPOINT, ...body } };
    return (await world.call("createWebhookEndpoint", request)).body;
  };
  const deliveriesOf = async (webhookEndpointId: string) =>
    (await world.call("listWebhookDeliveries", { path: { ...path, webhookEndpointId } })).body;
  const sendTest = (webhookEndpointId: string) =>
    world.call("testWebhookEndpoint", { path: { ...path, webhookEndpointId } });
  const revokeNewKey = async (organizationIds: string[] | null = null): Promise<string> => {
    const { id } = await world.issueKey({ organizationIds });
    await world.call("revokeApiKey", { path: { apiKeyId: id } });
    return id;
  };
  return {
    received,
    log,
    path,
    sendTest,
    revokeNewKey,
    hire,
    register,
    deliveriesOf,
    deliverer: hire(),
    answerWith: (next: typeof answer) => {
      answer = next;
    },
    bodies: () => received.map(({ body }) => JSON.parse(body)),
  };
}

/** Returns the same store without its clock, because the test controls another one. */
export function withoutClock({ now: _, ...store }: Store): Store {
  return store;
}

/** Whether one of a request's signatures was made with the secret, according to Standard Webhooks 1.0. */
export function isSignedWith(secret: string, { headers, body }: WebhookRequest): boolean {
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const text = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const signature = `v1,${createHmac("sha256", key).update(text).digest("base64")}`;
  return headers["webhook-signature"]?.split(" ").includes(signature) ?? false;
}
