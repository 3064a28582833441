import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const key = await sinkove.apiKeys.create({ name: "Old notebook" });
await sinkove.apiKeys.update(key.id, { enabled: false });

const { error } = await new Sinkove({ apiKey: key.secret }).me().safe();
console.log(error?.code);
