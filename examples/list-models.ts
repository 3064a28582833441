import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
for await (const model of sinkove.models.list()) {
  console.log(model.name, "at most", model.maxSamples, "samples");
}
