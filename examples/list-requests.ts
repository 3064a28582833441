import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const key = await sinkove.apiKeys.create({ name: "Gallery", scopes: ["datasets:read"] });
const gallery = new Sinkove({ apiKey: key.secret });
await gallery.datasets.list().page();
const { error } = await gallery.models.get("01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2").safe();
console.log(error?.code); // the key lacks models:read

const refused = { apiKeyId: key.id, statusClass: "4xx" } as const;
for await (const { operation, status, code, reason } of sinkove.requests.list(refused)) {
  console.log(operation, status, code, reason);
}
