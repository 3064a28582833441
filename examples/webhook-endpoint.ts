import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
for await (const { id } of sinkove.organizations.list()) {
  const endpoint = await sinkove.webhookEndpoints.create(id, {
    url: "https://hooks.example.com/sinkove",
    events: ["dataset.ready", "dataset.failed"],
  });
  console.log(endpoint.url, endpoint.events);
  console.log("secret:", `${endpoint.secret.slice(0, 6)}…`);
  const { event } = await sinkove.webhookEndpoints.test(id, endpoint.id);
  console.log("on its way:", event.type);
}
