import { whenParentEnds } from "./parent.js";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Aborts when this process is asked to stop: by a signal, or because the process that started it has ended.
 *
 * A second signal ends this process immediately.
 */
export function createStopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (stopping.signal.aborted) process.exit(1);
      stopping.abort(`received ${signal}`);
    });
  }
  whenParentEnds(() => stopping.abort("the process that started this one has ended"));
  return stopping.signal;
}
