import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove(); // SINKOVE_API_KEY, SINKOVE_API_URL
for await (const { id, args, metadata } of sinkove.datasets.list()) {
  console.log(id, args.prompt, metadata?.state);
}
