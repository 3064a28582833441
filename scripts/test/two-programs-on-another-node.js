// Like two-programs.ts, but started by a process that runs it on another Node, which is the same one here.
import { runOn } from "../run-on.js";

if (!process.env.SINKOVE_IS_ANOTHER_NODE) {
  process.env.SINKOVE_IS_ANOTHER_NODE = "1";
  await runOn(process.execPath);
}
await import("./two-programs.ts");
