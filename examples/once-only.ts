import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const request = {
  modelId: "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2",
  numSamples: 2,
  args: { prompt: "cardiomegaly" },
};
const idempotencyKey = crypto.randomUUID();

const first = await sinkove.datasets.create(request, { idempotencyKey });
const again = await sinkove.datasets.create(request, { idempotencyKey });
console.log(first.id === again.id ? "one dataset" : "two datasets");
