import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
for await (const { id } of sinkove.organizations.list()) {
  const url = "https://hooks.example.com/sinkove";
  const endpoint = await sinkove.webhookEndpoints.create(id, { url });
  await sinkove.webhookEndpoints.update(id, endpoint.id, { enabled: false });
  const { error } = await sinkove.webhookEndpoints.test(id, endpoint.id).safe();
  console.log(error?.code);
  await sinkove.webhookEndpoints.delete(id, endpoint.id);
}
