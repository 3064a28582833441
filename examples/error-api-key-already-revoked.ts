import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const key = await sinkove.apiKeys.create({ name: "Old notebook" });
await sinkove.apiKeys.revoke(key.id);

const { error } = await sinkove.apiKeys.revoke(key.id).safe();
console.log(error?.code);
