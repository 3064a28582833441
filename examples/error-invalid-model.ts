import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const { error } = await sinkove.datasets
  .create({ modelId: "01939ab7-0000-7000-8000-000000000000", numSamples: 1, args: { prompt: "x" } })
  .safe();
console.log(error?.message);
