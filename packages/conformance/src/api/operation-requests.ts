import type { Operation } from "@sinkove/contract";
import { type Call, pathWith } from "./exchange.ts";
import type { Scene } from "./scenario.ts";

/** The id of nothing: a request that is allowed finds nothing, and changes nothing that another one needs. */
export const NOTHING = "01939ab7-0000-7000-8000-000000000000";

/** A valid body of each operation that needs one. */
const BODIES: Readonly<Record<string, object>> = {
  createApiKey: { name: "allowed" },
  updateApiKey: { name: "allowed" },
  createOrganization: { name: "Allowed" },
  updateOrganization: { name: "Allowed" },
  updateMember: { role: "member" },
  createInvitation: { email: "nobody@example.org" },
  acceptInvitation: { token: "sinkove_invitation_nothing" },
  createWebhookEndpoint: { url: "https://hooks.example.com/" },
  updateWebhookEndpoint: { enabled: false },
};

const ORDER = { numSamples: 1, args: { prompt: "cardiomegaly" } };

/** A valid request of any operation, on an organization. */
export function requestFor(operation: Operation, scene: Scene, organizationId: string): Call {
  const { id, body } = operation;
  const ids = { modelId: scene.modelId, organizationId };
  const path = { ...pathWith(id, NOTHING), ...ids };
  if (!body?.required) return { path };
  return { path, body: BODIES[id] ?? { ...ORDER, modelId: scene.modelId } };
}

/** Deleting an organization is refused as long as it has a dataset: then that can be asked for any number of times. */
export async function keepOrganizations(scene: Scene): Promise<void> {
  for (const organizationId of scene.organizationIds) await scene.createDataset({ organizationId });
}
