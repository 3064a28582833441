// Preloaded into a program that a script runs. Asks the program to stop when the script stops it or ends.
// The IPC channel closes in every case, even if the script is killed.
import { isMainThread } from "node:worker_threads";

if (isMainThread && process.channel) {
  process.once("disconnect", () => {
    if (!process.emit("SIGTERM", "SIGTERM")) process.exit(143);
  });
  // Without this, the channel would keep the program running.
  process.channel.unref();
}
