import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const key = await sinkove.apiKeys.create({ name: "Old notebook" });
await sinkove.apiKeys.update(key.id, { expiresAt: "2026-01-01T00:00:00Z" });

const { error } = await new Sinkove({ apiKey: key.secret }).me().safe();
console.log(error?.code);
