import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const key = await sinkove.apiKeys.create({ name: "Lost laptop" });
const laptop = new Sinkove({ apiKey: key.secret });
console.log((await laptop.me()).apiKey?.status);

await sinkove.apiKeys.revoke(key.id);
const { error } = await laptop.me().safe();
console.log(error?.code);
