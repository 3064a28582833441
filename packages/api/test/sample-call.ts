import type { Operation, OperationId } from "@sinkove/contract";
import { type Call, MODEL } from "./client.ts";

const ORDER = { modelId: MODEL.id, numSamples: 1, args: { prompt: "x" } };

/** A valid body for each operation that needs one. */
const BODIES: { readonly [Id in OperationId]?: object } = {
  createApiKey: { name: "x" },
  updateApiKey: { name: "x" },
  createDataset: ORDER,
  createOrganizationDataset: ORDER,
  createOrganization: { name: "x" },
  updateOrganization: { name: "x" },
  createInvitation: { email: "new@example.com" },
  acceptInvitation: { token: "sinkove_invitation_unknown" },
  updateMember: { role: "member" },
  createWebhookEndpoint: { url: "https://hooks.example.com/" },
  updateWebhookEndpoint: { enabled: false },
};

/** Returns a valid request. IDs in the path that are not in `ids` do not exist. */
export function sampleCall(
  { id, parameters }: Operation,
  ids: Readonly<Record<string, string>> = {},
): Call {
  const names = parameters.filter((each) => each.in === "path").map(({ name }) => name);
  const all: Readonly<Record<string, string>> = { modelId: MODEL.id, ...ids };
  const path = Object.fromEntries(names.map((name) => [name, all[name] ?? crypto.randomUUID()]));
  return { path, ...(BODIES[id] && { body: BODIES[id] }) };
}
