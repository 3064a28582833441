import type { Operation } from "@sinkove/contract";
import { type Call, pathWith } from "./exchange.ts";
import type { Scene } from "./scenario.ts";

/** An id that does not exist: an allowed request with it changes nothing that other tests need. */
export const NOTHING = "01939ab7-0000-7000-8000-000000000000";

/** A valid body for each operation that needs one. */
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

/** A valid request for any operation, within an organization. */
export function requestFor(operation: Operation, scene: Scene, organizationId: string): Call {
  const { id, body } = operation;
  const ids = { modelId: scene.modelId, organizationId };
  const path = { ...pathWith(id, NOTHING), ...ids };
  if (!body?.required) return { path };
  return { path, body: BODIES[id] ?? { ...ORDER, modelId: scene.modelId } };
}

/** An organization with a dataset cannot be deleted, so this request can be repeated. */
export async function keepOrganizations(scene: Scene): Promise<void> {
  for (const organizationId of scene.organizationIds) await scene.createDataset({ organizationId });
}
