// Runs the TypeScript SDK in the runtimes that are too large for the tests, as the guide "Runtimes" describes.
//
//   npm run soak -- runtimes ["Node 20"]
import { spawn } from "node:child_process";
import { join } from "node:path";

const trial = join(import.meta.dirname, "../../packages/sdk/soak/runtimes.ts");
const child = spawn(process.execPath, [trial, ...process.argv.slice(2)], { stdio: "inherit" });
child.once("close", (code) => {
  process.exitCode = code ?? 1;
});
