import { pythonMemberName } from "@sinkove/sdk-generator/sdk-model";
import { typescriptLiteral } from "./literal.ts";
import { curlBody, pythonArguments } from "./sample-arguments.ts";

/** A chest X-ray model that every installation and every sandbox has. */
const modelId = "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2";
const smallDataset = { modelId, numSamples: 2, args: { prompt: "cardiomegaly" } };
const notebookKey = { name: "Notebook", scopes: ["datasets:read"] };
const newOrganization = { name: "Cardiology" };
const newInvitation = { email: "marie@example.com" };
const newEndpoint = { url: "https://hooks.example.com/sinkove" };

const authorization = '-H "Authorization: Bearer $SINKOVE_API_KEY"';

/** A resource that a sample needs for its call. The sample creates it first, so that it runs in any sandbox. */
export type Need =
  | "dataset"
  | "readyDataset"
  | "apiKey"
  | "organization"
  | "newOrganization"
  | "member"
  | "invitation"
  | "anyInvitation"
  | "webhookEndpoint"
  | "webhookDelivery"
  | "request"
  | "anyRequest"
  | "model";

/** TypeScript code that creates each resource. */
export const typescriptNeeds = {
  dataset: `const dataset = await sinkove.datasets.create(${typescriptLiteral(smallDataset)});`,
  readyDataset: `const dataset = await sinkove.datasets.create(${typescriptLiteral(smallDataset)});
await sinkove.datasets.wait(dataset.id);`,
  apiKey: `const apiKey = await sinkove.apiKeys.create(${typescriptLiteral(notebookKey)});`,
  organization: "const [organization] = await sinkove.organizations.list().all();",
  newOrganization: `const organization = await sinkove.organizations.create(${typescriptLiteral(newOrganization)});`,
  member: "const [member] = await sinkove.members.list(organization.id).all();",
  invitation: `const invitation = await sinkove.invitations.create(organization.id, ${typescriptLiteral(newInvitation)});`,
  anyInvitation: `await sinkove.invitations.create(organization.id, ${typescriptLiteral(newInvitation)});`,
  webhookEndpoint: `const webhookEndpoint = await sinkove.webhookEndpoints.create(organization.id, ${typescriptLiteral(newEndpoint)});`,
  webhookDelivery:
    "const webhookDelivery = await sinkove.webhookEndpoints.test(organization.id, webhookEndpoint.id);",
  request: `await sinkove.models.list().page();
const [request] = await sinkove.requests.list().all();`,
  anyRequest: "await sinkove.models.list().page();",
  model: `const modelId = "${modelId}";`,
} satisfies Record<Need, string>;

/** Python code that creates each resource. */
export const pythonNeeds = {
  dataset: `dataset = client.datasets.create(${pythonOf(smallDataset)})`,
  readyDataset: `dataset = client.datasets.create(${pythonOf(smallDataset)})
dataset.wait()`,
  apiKey: `api_key = client.api_keys.create(${pythonOf(notebookKey)})`,
  organization: "organization = client.organizations.list()[0]",
  newOrganization: `organization = client.organizations.create(${pythonOf(newOrganization)})`,
  member: "member = client.members.list(organization.id)[0]",
  invitation: `invitation = client.invitations.create(organization.id, ${pythonOf(newInvitation)})`,
  anyInvitation: `client.invitations.create(organization.id, ${pythonOf(newInvitation)})`,
  webhookEndpoint: `webhook_endpoint = client.webhook_endpoints.create(organization.id, ${pythonOf(newEndpoint)})`,
  webhookDelivery:
    "webhook_delivery = client.webhook_endpoints.test(organization.id, webhook_endpoint.id)",
  request: `client.models.list()
request = client.requests.list()[0]`,
  anyRequest: "client.models.list()",
  model: `model_id = "${modelId}"`,
} satisfies Record<Need, string>;

/** Shell commands that create each resource. */
export const shellNeeds = {
  dataset: `DATASET_ID=$(${curl("POST", "/datasets", smallDataset, "-s ")} | jq -r '.id')`,
  readyDataset: `DATASET_ID=$(${curl("POST", "/datasets", smallDataset, "-s ")} | jq -r '.id')
until [ "$(${curl("GET", "/datasets/$DATASET_ID", undefined, "-s ")} | jq -r '.metadata.state')" = READY ]; do
  sleep 1
done`,
  apiKey: `API_KEY_ID=$(${curl("POST", "/api-keys", notebookKey, "-s ")} | jq -r '.id')`,
  organization: `ORGANIZATION_ID=$(${curl("GET", "/organizations", undefined, "-s ")} | jq -r '.[0].id')`,
  newOrganization: `ORGANIZATION_ID=$(${curl("POST", "/organizations", newOrganization, "-s ")} | jq -r '.id')`,
  member: `ACCOUNT_ID=$(${curl("GET", "/organizations/$ORGANIZATION_ID/members", undefined, "-s ")} | jq -r '.[0].accountId')`,
  invitation: `INVITATION_ID=$(${curl("POST", "/organizations/$ORGANIZATION_ID/invitations", newInvitation, "-s ")} | jq -r '.id')`,
  anyInvitation: curl(
    "POST",
    "/organizations/$ORGANIZATION_ID/invitations",
    newInvitation,
    "-s -o /dev/null ",
  ),
  webhookEndpoint: `WEBHOOK_ENDPOINT_ID=$(${curl("POST", "/organizations/$ORGANIZATION_ID/webhook-endpoints", newEndpoint, "-s ")} | jq -r '.id')`,
  webhookDelivery: `WEBHOOK_DELIVERY_ID=$(${curl("POST", "/organizations/$ORGANIZATION_ID/webhook-endpoints/$WEBHOOK_ENDPOINT_ID/test", undefined, "-s ")} | jq -r '.id')`,
  anyRequest: curl("GET", "/models", undefined, "-s -o /dev/null "),
  request: `${curl("GET", "/models", undefined, "-s -o /dev/null ")}
REQUEST_ID=$(${curl("GET", "/requests", undefined, "-s ")} | jq -r '.[0].id')`,
  model: `MODEL_ID=${modelId}`,
} satisfies Record<Need, string>;

function pythonOf(body: unknown): string {
  return pythonArguments(body, pythonMemberName);
}

/** Writes a curl request over several lines. */
export function curl(method: string, path: string, body?: unknown, options = ""): string {
  const lines = [`curl ${options}-X ${method} "$SINKOVE_API_URL/v1${path}"`, authorization];
  if (body !== undefined) {
    lines.push('-H "Content-Type: application/json"', curlBody(body));
  }
  return lines.join(" \\\n  ");
}
