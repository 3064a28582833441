import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const { id } = await sinkove.datasets.create({
  modelId: "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2", // Chest X-ray v2
  numSamples: 1,
  args: { prompt: "cardiomegaly" },
});
await sinkove.datasets.wait(id);
const file = await sinkove.datasets.download(id, "film.zip", {
  strategy: "replace",
});
console.log(file.path);
