/**
 * Runs the same work never twice at the same time. Calls that arrive while it runs share one run
 * after it, which sees everything that existed when they were made.
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
    // The callers of the failed run get its error.
    next = running.catch(() => {}).then(run);
    return next;
  };
}
