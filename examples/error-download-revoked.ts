import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const dataset = await sinkove.datasets.create({
  modelId: "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2", // Chest X-ray v2
  numSamples: 1,
  args: { prompt: "cardiomegaly" },
});
await sinkove.datasets.wait(dataset.id);

const key = await sinkove.apiKeys.create({ name: "Viewer", scopes: ["datasets:read"] });
const viewer = new Sinkove({ apiKey: key.secret });
const { URL: url } = await viewer.datasets.downloadUrl(dataset.id);
await sinkove.apiKeys.revoke(key.id);

const response = await fetch(url);
const { code } = await response.json();
console.log(response.status, code);
