// Preloaded into a program that a script runs: asks it to stop when the script does, or when the script is gone.
// The channel between the two closes in every case, also when the script is killed and can say nothing.
import { isMainThread } from "node:worker_threads";

if (isMainThread && process.channel) {
  process.once("disconnect", () => {
    if (!process.emit("SIGTERM", "SIGTERM")) process.exit(143);
  });
  // The channel alone does not keep the program running.
  process.channel.unref();
}
