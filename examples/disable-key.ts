import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const key = await sinkove.apiKeys.create({ name: "Nightly job" });
const job = new Sinkove({ apiKey: key.secret });

await sinkove.apiKeys.update(key.id, { enabled: false });
const { error } = await job.me().safe();
console.log(error?.code);

await sinkove.apiKeys.update(key.id, { enabled: true });
console.log((await job.me()).apiKey?.status);
