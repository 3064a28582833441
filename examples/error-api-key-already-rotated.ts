import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const key = await sinkove.apiKeys.create({ name: "Old notebook" });
await sinkove.apiKeys.rotate(key.id);

const { error } = await sinkove.apiKeys.rotate(key.id).safe();
console.log(error?.code);
