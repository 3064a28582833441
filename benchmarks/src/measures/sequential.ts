import type { Measure } from "../measure.ts";
import { throughput } from "./throughput.ts";

export const sequential: Measure = {
  name: "sequential",
  title: "Requests one after the other, over bare fetch",
  run: (context) => throughput({ requests: 50, atOnce: 1, rounds: 150, target: 1.1 }, context),
};
