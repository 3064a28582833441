import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const dataset = await sinkove.datasets.create({
  modelId: "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2", // Chest X-ray v2
  numSamples: 2,
  args: { prompt: "cardiomegaly", seed: 7 },
});

await sinkove.datasets.wait(dataset.id, {
  onProgress: ({ metadata }) => console.log(metadata?.state),
});

const file = await sinkove.datasets.download(dataset.id, "cardiomegaly.zip", {
  strategy: "replace",
});
console.log(file.path);
