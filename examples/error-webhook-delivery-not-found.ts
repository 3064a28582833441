import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const deliveryId = "01939ae2-0000-7000-8000-000000000000";
for await (const { id } of sinkove.organizations.list()) {
  const url = "https://hooks.example.com/sinkove";
  const endpoint = await sinkove.webhookEndpoints.create(id, { url });
  const { error } = await sinkove.webhookEndpoints.replay(id, endpoint.id, deliveryId).safe();
  console.log(error?.code);
  await sinkove.webhookEndpoints.delete(id, endpoint.id);
}
