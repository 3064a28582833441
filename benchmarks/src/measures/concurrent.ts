import type { Measure } from "../measure.ts";
import { throughput } from "./throughput.ts";

export const concurrent: Measure = {
  name: "concurrent",
  title: "50 requests at once, over bare fetch",
  run: (context) => throughput({ requests: 50, atOnce: 50, rounds: 150, target: 1.1 }, context),
};
