import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
await sinkove.datasets.create({
  modelId: "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2",
  numSamples: 1,
  args: { prompt: "pneumonia" },
});
for await (const { id } of sinkove.organizations.list()) {
  const { error } = await sinkove.organizations.delete(id).safe();
  console.log(error?.message);
}
