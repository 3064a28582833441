import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
// Ask the sandbox for this error, because creating 20 endpoints would take a while.
const headers = { prefer: "code=409, example=WebhookEndpointLimitReached" };
for await (const { id } of sinkove.organizations.list()) {
  const endpoint = { url: "https://hooks.example.com/sinkove" };
  const { error } = await sinkove.webhookEndpoints.create(id, endpoint, { headers }).safe();
  console.log(error?.code);
}
