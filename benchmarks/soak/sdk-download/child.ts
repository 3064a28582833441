// The program that is killed: it downloads a dataset to a path.
import { Sinkove } from "@sinkove/sdk";

const [path = ""] = process.argv.slice(2);
await new Sinkove().datasets.download("01939ae2-5d40-7a1f-9b2e-6f0c2d8e4a17", path);
