import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const { secret } = await sinkove.apiKeys.create({
  name: "Gallery",
  scopes: ["datasets:read"],
});

const gallery = new Sinkove({ apiKey: secret });
await gallery.datasets.list().page();
console.log("may list datasets");

const { error } = await gallery.models.get("01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2").safe();
console.log("may not see models:", error?.code);
