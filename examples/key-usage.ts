import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const key = await sinkove.apiKeys.create({ name: "Nightly job" });
const job = new Sinkove({ apiKey: key.secret });
await job.me();
await job.datasets.list().page();

const { buckets } = await sinkove.apiKeys.usage(key.id, { interval: "day" });
const today = buckets.at(-1);
console.log(today?.requests, "requests:", today?.byOperation);
