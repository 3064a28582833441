const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** How often the parent is looked for, in milliseconds. */
const PARENT_INTERVAL = 500;

/**
 * Aborts when this process is asked to stop: by a signal, or because the process that started it has ended. A signal
 * sent to `npm` alone reaches nobody else: npm ends, and what it runs is left behind.
 *
 * A second signal ends this process at once.
 */
export function createStopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (stopping.signal.aborted) process.exit(1);
      stopping.abort(`received ${signal}`);
    });
  }
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (isRunning(parent)) return;
    clearInterval(timer);
    stopping.abort("the process that started this one has ended");
  }, PARENT_INTERVAL);
  timer.unref();
  return stopping.signal;
}

/** A process whose parent ends gets another one, but for Windows, where the id stays. */
function isRunning(parent: number): boolean {
  if (process.ppid !== parent) return false;
  try {
    return process.kill(parent, 0);
  } catch (error) {
    // It is there, and belongs to someone else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
