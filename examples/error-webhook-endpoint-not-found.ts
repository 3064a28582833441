import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const endpointId = "01939ae2-0000-7000-8000-000000000000";
for await (const { id } of sinkove.organizations.list()) {
  const { error } = await sinkove.webhookEndpoints.get(id, endpointId).safe();
  console.log(error?.message);
}
