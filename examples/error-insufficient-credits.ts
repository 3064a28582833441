import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
// Ask the sandbox for this error.
const { error } = await sinkove.datasets
  .create(
    {
      modelId: "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2",
      numSamples: 50,
      args: { prompt: "cardiomegaly" },
    },
    { headers: { prefer: "code=402" } },
  )
  .safe();
console.log(error?.message);
