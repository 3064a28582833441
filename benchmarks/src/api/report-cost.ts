// Loaded into a measured server: reports the resources used so far, on request.
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000, megabytes: process.memoryUsage.rss() / 2 ** 20 });
});
// Without this, the channel would keep the server running.
process.channel?.unref();
