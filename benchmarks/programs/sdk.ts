import { Sinkove } from "@sinkove/sdk";

const sinkove: Sinkove = new Sinkove();
for await (const dataset of sinkove.datasets.list({ state: "READY" })) console.log(dataset.id);
