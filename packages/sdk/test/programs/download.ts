// Downloads a dataset to a path, and prints the received bytes after each piece. It may be killed at any time.
import { Sinkove } from "../../src/index.ts";

const [path = "", strategy] = process.argv.slice(2);
const { data, error } = await new Sinkove({ maxRetries: 0 }).datasets
  .download("01939ae2-5d40-7a1f-9b2e-6f0c2d8e4a17", path, {
    strategy: strategy as "fail" | "skip" | "replace",
    onProgress: ({ received }) => console.log(received),
  })
  .safe();
console.log(data ? "done" : `${error?.name} ${error?.message}`);
