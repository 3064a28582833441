import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const dataset = await sinkove.datasets.create({
  modelId: "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2", // Chest X-ray v2
  numSamples: 2,
  args: { prompt: "cardiomegaly" },
});
const { error } = await sinkove.datasets.downloadUrl(dataset.id).safe();
console.log(error?.code);
