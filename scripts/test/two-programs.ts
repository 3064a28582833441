/**
 * Runs two programs as `npm start` does: node two-programs.ts CODE CODE. A program that keeps running prints its process
 * id first.
 */
import { createProgramGroup } from "../programs.ts";
import { createStopSignal } from "../stop-signal.ts";

const signal = createStopSignal();
const group = createProgramGroup({ signal, say: (line) => console.log(line), grace: 500 });
for (const [number, code] of process.argv.slice(2).entries()) {
  group.start({
    name: `program ${number + 1}`,
    command: ["--eval", `console.log("pid", process.pid); ${code}`],
    env: process.env,
  });
}
await group.ended();
console.log("all ended");
process.exitCode = signal.aborted ? 0 : 1;
