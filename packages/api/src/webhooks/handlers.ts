import type { WebhookEventType } from "@sinkove/contract";
import { readPage, takePage } from "../http/pagination.ts";
import { ApiError } from "../http/problem.ts";
import type { AnyContext, Context, Handlers } from "../operation.ts";
import { lockOrganization } from "../organizations/lock.ts";
import { uuidV7 } from "../random.ts";
import type { PageRequest, StoreReader } from "../store/store.ts";
import {
  newDelivery,
  type WebhookDeliveryRecord,
  type WebhookEndpointChanges,
  type WebhookEndpointRecord,
} from "../store/webhooks.ts";
import { webhookEventOf } from "./events.ts";
import { presentWebhookDelivery, presentWebhookEndpoint } from "./presentation.ts";
import { newWebhookSecret, sealSecret } from "./secret.ts";
import { readWebhookUrl } from "./url.ts";

/** How many webhook endpoints an organization can have. */
const MOST = 20;

/** The default grace period, in seconds. */
const GRACE_SECONDS = 24 * 60 * 60;

/** The event types of an endpoint whose creator chose none. */
const ALL_TYPES: readonly WebhookEventType[] = [
  "api_key.expiring",
  "api_key.leaked",
  "api_key.revoked",
  "api_key.rotated",
  "credits.low",
  "dataset.expired",
  "dataset.failed",
  "dataset.ready",
];

/** Handlers of the tag "Webhook endpoints". */
export const webhookHandlers: Pick<
  Handlers,
  | "listWebhookEndpoints"
  | "createWebhookEndpoint"
  | "getWebhookEndpoint"
  | "updateWebhookEndpoint"
  | "deleteWebhookEndpoint"
  | "rotateWebhookEndpoint"
  | "testWebhookEndpoint"
  | "listWebhookDeliveries"
  | "replayWebhookDelivery"
> = {
  async listWebhookEndpoints(context) {
    const { store, parameters, now } = context;
    const all = await store.listWebhookEndpoints(parameters.organizationId);
    const list = async (page: PageRequest) => takePage(all, page);
    const { records, headers } = await readPage(context, parameters, list);
    return { status: 200, body: records.map((each) => presentWebhookEndpoint(each, now)), headers };
  },

  async createWebhookEndpoint(context) {
    const { store, parameters, body, services, now, prefix } = context;
    const { organizationId } = parameters;
    const url = readWebhookUrl(body.url, services.webhookUrlFault);
    await lockOrganization(store, organizationId);
    const existing = await store.listWebhookEndpoints(organizationId);
    if (existing.length >= MOST) throw tooMany();
    const id = uuidV7(now, services.random);
    const { secret, sealed } = await makeSecret(context, id);
    const endpoint: WebhookEndpointRecord = {
      id,
      organizationId,
      url,
      events: body.events ?? ALL_TYPES,
      enabled: true,
      goneAt: null,
      secret: sealed,
      previousSecret: null,
      previousSecretExpiresAt: null,
      createdAt: now,
    };
    await store.insertWebhookEndpoint(endpoint);
    const headers = {
      Location: `${prefix}/organizations/${organizationId}/webhook-endpoints/${id}`,
    };
    return { status: 201, body: { ...presentWebhookEndpoint(endpoint, now), secret }, headers };
  },

  async getWebhookEndpoint(context) {
    return { status: 200, body: presentWebhookEndpoint(await find(context), context.now) };
  },

  async updateWebhookEndpoint(context) {
    const { store, body, services, now } = context;
    await lockOrganization(store, context.parameters.organizationId);
    const before = await find(context);
    const changes: WebhookEndpointChanges = {
      ...(body.url !== undefined && { url: readWebhookUrl(body.url, services.webhookUrlFault) }),
      ...(body.events !== undefined && { events: body.events }),
      ...(body.enabled !== undefined && { enabled: body.enabled }),
      ...(body.enabled === true && { goneAt: null }),
    };
    await store.updateWebhookEndpoint(before.id, changes);
    return { status: 200, body: presentWebhookEndpoint({ ...before, ...changes }, now) };
  },

  async deleteWebhookEndpoint(context) {
    await lockOrganization(context.store, context.parameters.organizationId);
    const { id } = await find(context);
    await context.store.deleteWebhookEndpoint(id);
    return { status: 204, body: undefined };
  },

  async rotateWebhookEndpoint(context) {
    const { store, body, now, parameters, prefix } = context;
    const { organizationId } = parameters;
    await lockOrganization(store, organizationId);
    const before = await find(context);
    const { secret, sealed } = await makeSecret(context, before.id);
    const grace = 1000 * (body?.gracePeriodSeconds ?? GRACE_SECONDS);
    const changes = {
      secret: sealed,
      previousSecret: grace > 0 ? before.secret : null,
      previousSecretExpiresAt: grace > 0 ? now + grace : null,
    };
    await store.updateWebhookEndpoint(before.id, changes);
    const shown = presentWebhookEndpoint({ ...before, ...changes }, now);
    const place = `${prefix}/organizations/${organizationId}/webhook-endpoints/${before.id}`;
    return { status: 201, body: { ...shown, secret }, headers: { Location: place } };
  },

  async testWebhookEndpoint(context) {
    const { store, now, services } = context;
    const { random } = services;
    const { id: webhookEndpointId, organizationId } = await findEnabled(context);
    // One test at a time: a test that waits for a retry would delay the tests after it, for days.
    const pending = await store.findPendingDelivery(webhookEndpointId, webhookEndpointId);
    if (pending)
      return { status: 201, body: presentWebhookDelivery(await replay(context, pending)) };
    const type = "webhook.test";
    const about = { organizationId, type, subjectId: webhookEndpointId, occursAt: now } as const;
    const event = webhookEventOf(about, { now, random });
    const delivery = newDelivery(event, { id: uuidV7(now, random), webhookEndpointId, now });
    await store.insertWebhookDelivery(delivery);
    return { status: 201, body: presentWebhookDelivery(delivery) };
  },

  async listWebhookDeliveries(context) {
    const { store, parameters } = context;
    const { id: webhookEndpointId } = await find(context);
    const filter = { webhookEndpointId, status: parameters.status };
    const list = store.listWebhookDeliveries.bind(store, filter);
    const { records, headers } = await readPage(context, parameters, list);
    return { status: 200, body: records.map(presentWebhookDelivery), headers };
  },

  async replayWebhookDelivery(context) {
    const { store, parameters } = context;
    const { id: endpointId } = await findEnabled(context);
    const id = parameters.webhookDeliveryId.toLowerCase();
    const delivery = await store.findWebhookDelivery(endpointId, id);
    if (!delivery) throw deliveryNotFound(id);
    return { status: 200, body: presentWebhookDelivery(await replay(context, delivery)) };
  },
};

type EndpointContext = AnyContext & {
  readonly store: StoreReader;
  readonly parameters: { readonly organizationId: string; readonly webhookEndpointId: string };
};

/** @throws ApiError WEBHOOK_ENDPOINT_NOT_FOUND */
async function find({ store, parameters }: EndpointContext): Promise<WebhookEndpointRecord> {
  const id = parameters.webhookEndpointId.toLowerCase();
  const endpoint = await store.findWebhookEndpoint(parameters.organizationId, id);
  if (endpoint) return endpoint;
  const detail = `The organization has no webhook endpoint ${id}.`;
  throw new ApiError("WEBHOOK_ENDPOINT_NOT_FOUND", detail);
}

/** Locks the organization's endpoints until the write ends. */
async function findEnabled(
  context: Context<"testWebhookEndpoint"> | Context<"replayWebhookDelivery">,
): Promise<WebhookEndpointRecord> {
  await lockOrganization(context.store, context.parameters.organizationId);
  const endpoint = await find(context);
  if (endpoint.enabled) return endpoint;
  const detail = "The webhook endpoint is disabled, so nothing is sent to it. Enable it first.";
  throw new ApiError("WEBHOOK_ENDPOINT_DISABLED", detail);
}

/** Makes a delivery due again. @returns its new state */
async function replay(
  { store, now }: Context<"testWebhookEndpoint"> | Context<"replayWebhookDelivery">,
  delivery: WebhookDeliveryRecord,
): Promise<WebhookDeliveryRecord> {
  const { id, webhookEndpointId } = delivery;
  await store.replayWebhookDelivery(id, now);
  return (await store.findWebhookDelivery(webhookEndpointId, id)) ?? delivery;
}

async function makeSecret({ services }: AnyContext, endpointId: string) {
  const { random, secret: serviceSecret } = services;
  const secret = newWebhookSecret(random);
  return { secret, sealed: await sealSecret(secret, { serviceSecret, endpointId }, random) };
}

function tooMany(): ApiError {
  const detail = `The organization has ${MOST} webhook endpoints, and cannot have more. Delete those that are no longer needed.`;
  return new ApiError("WEBHOOK_ENDPOINT_LIMIT_REACHED", detail);
}

function deliveryNotFound(id: string): ApiError {
  const detail = `The webhook endpoint has no delivery ${id}. Deliveries are kept for 30 days.`;
  return new ApiError("WEBHOOK_DELIVERY_NOT_FOUND", detail);
}
