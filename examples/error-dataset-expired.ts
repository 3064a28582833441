import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const dataset = await sinkove.datasets.create({
  modelId: "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2", // Chest X-ray v2
  numSamples: 1,
  args: { prompt: "cardiomegaly" },
});

// Move the sandbox's clock forward by a year.
await fetch(`${process.env.SINKOVE_API_URL}/_sandbox/clock`, {
  method: "POST",
  headers: {
    Authorization: `Bearer ${process.env.SINKOVE_API_KEY}`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify({ advance: "P365D" }),
});

const { error } = await sinkove.datasets.downloadUrl(dataset.id).safe();
console.log(error?.code);
