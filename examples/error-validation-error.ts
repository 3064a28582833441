import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const { error } = await sinkove.datasets
  .create({
    modelId: "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2",
    numSamples: 0,
    args: { promt: "cardiomegaly" },
  })
  .safe();
console.log(error?.message);
