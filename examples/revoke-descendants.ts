import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const key = await sinkove.apiKeys.create({ name: "Provisioning" });
const provisioning = new Sinkove({ apiKey: key.secret });
await provisioning.apiKeys.create({ name: "Notebook" });

// The key has leaked, and the finder may have created other keys with it.
const revoked = await sinkove.apiKeys.revoke(key.id, { descendants: true });
for (const { name, status } of revoked.revokedDescendants) console.log(name, status);
