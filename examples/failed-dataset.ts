import { DatasetError, Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const dataset = await sinkove.datasets.create({
  modelId: "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2",
  numSamples: 1,
  args: { prompt: "fail: show me" }, // a sandbox fails for such prompts
});

try {
  await sinkove.datasets.wait(dataset.id);
} catch (error) {
  if (!(error instanceof DatasetError)) throw error;
  console.log(error.code);
}
