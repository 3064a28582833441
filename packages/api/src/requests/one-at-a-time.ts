/**
 * The same work, never twice at once: those who ask for it while it runs share one run after it, which sees all that
 * was there when they asked.
 */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const run = (): Promise<void> => {
    next = undefined;
    running = work().finally(() => {
      running = undefined;
    });
    return running;
  };
  return () => {
    if (next || !running) return next ?? run();
    // Who asked for the run that failed has heard of it.
    next = running.catch(() => {}).then(run);
    return next;
  };
}
