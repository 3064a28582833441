import { newWorld, type World } from "./world.ts";

/** A world with one of each object that pages show. */
export interface FilledWorld extends World {
  readonly apiKeyId: string;
  readonly datasetId: string;
  readonly requestId: string;
  readonly webhookEndpointId: string;
}

/** A URL for webhooks that refuses connections. */
const NOBODY = "http://127.0.0.1:9/";

/** Creates a world whose key, organization, dataset and webhook URL contain a name. */
export async function filledWorld(name: string): Promise<FilledWorld> {
  const world = await newWorld();
  const { id: apiKeyId, secret } = await world.send("/v1/api-keys", { body: { name } });
  await world.send("/v1/organizations", { body: { name } });
  const [model] = await world.send("/v1/models");
  const args = { prompt: name };
  const body = { modelId: model.id, numSamples: 2, args, organizationId: world.organizationId };
  const { id: datasetId } = await world.send("/v1/datasets", { body });
  const email = "guest@example.com";
  await world.send(`/v1/organizations/${world.organizationId}/invitations`, {
    body: { email, role: "member" },
  });
  const webhooks = `/v1/organizations/${world.organizationId}/webhook-endpoints`;
  const { id: webhookEndpointId } = await world.send(webhooks, {
    body: { url: `${NOBODY}${encodeURIComponent(name)}` },
  });
  await world.send(`${webhooks}/${webhookEndpointId}/test`, { body: {} });
  await world.send("/v1/datasets", { key: secret, userAgent: name });
  await world.advance("PT1H");
  const { requestId } = await world.send("/v1/datasets/unknown", { key: secret });
  return { ...world, apiKeyId, datasetId, requestId, webhookEndpointId };
}

/** Returns the paths below `/console` of all pages that need a session. */
export function pathsOf(world: FilledWorld): readonly string[] {
  const { apiKeyId, datasetId, requestId, organizationId, webhookEndpointId } = world;
  const webhooks = `/organizations/${organizationId}/webhooks`;
  return [
    "/api-keys",
    "/api-keys/new",
    "/api-keys/advice",
    `/api-keys/${apiKeyId}`,
    `/api-keys/${apiKeyId}/edit`,
    `/api-keys/${apiKeyId}/rotate`,
    "/usage",
    "/requests",
    `/requests/${requestId}`,
    "/datasets",
    "/datasets/new",
    `/datasets/${datasetId}`,
    "/organizations",
    `/organizations/${organizationId}`,
    webhooks,
    `${webhooks}/new`,
    `${webhooks}/${webhookEndpointId}`,
    `${webhooks}/${webhookEndpointId}/edit`,
    `${webhooks}/${webhookEndpointId}/rotate`,
    "/profile",
  ];
}
