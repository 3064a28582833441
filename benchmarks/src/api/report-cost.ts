// Loaded into a server that is measured: tells what the process has cost so far, when it is asked.
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000, megabytes: process.memoryUsage.rss() / 2 ** 20 });
});
// The channel alone does not keep the server alive.
process.channel?.unref();
