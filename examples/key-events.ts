import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const key = await sinkove.apiKeys.create({ name: "Nightly job" });
await sinkove.apiKeys.update(key.id, { enabled: false });
await sinkove.apiKeys.revoke(key.id);

for await (const event of sinkove.apiKeys.events(key.id)) console.log(event.type);
