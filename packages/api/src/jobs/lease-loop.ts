/** Options of {@link createLeaseLoop}. */
export interface LeaseLoopOptions {
  /**
   * Leases the next piece of work that is due.
   *
   * @param stopping - is aborted when the loop stops
   * @returns a function that does the work; undefined if nothing is due
   */
  readonly lease: (stopping: AbortSignal) => Promise<(() => Promise<void>) | undefined>;
  readonly onError: (error: unknown) => void;
  /** The most pieces of work that run at once. */
  readonly slots: number;
  /** Resolves after that many milliseconds, or at once when the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** How long to wait before the next check if nothing is due, in milliseconds. */
  readonly idle: number;
}

/** Does leased work until it is stopped. */
export interface LeaseLoop {
  /** Does all work that is due. Resolves when nothing is due and nothing is running. */
  readonly deliverDue: () => Promise<void>;
  /** Starts to do work as it becomes due, until `stop` is called. */
  readonly start: () => void;
  /** Starts no more work. Resolves when nothing is running. */
  readonly stop: () => Promise<void>;
}

/** Makes a loop that leases pieces of work and does several of them at once. */
export function createLeaseLoop(options: LeaseLoopOptions): LeaseLoop {
  const { lease, onError, slots, wait, idle } = options;
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  let running: Promise<void> | undefined;

  const takeNext = async (): Promise<boolean> => {
    const work = await lease(stopping.signal);
    if (!work) return false;
    const doing = work()
      .catch(onError)
      .finally(() => underWay.delete(doing));
    underWay.add(doing);
    if (underWay.size >= slots) await Promise.race(underWay);
    return true;
  };

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const hasTaken = await takeNext().catch((error: unknown) => {
        onError(error);
        return false;
      });
      if (!hasTaken) await wait(idle, stopping.signal);
    }
    await Promise.all(underWay);
  };

  return {
    async deliverDue() {
      let isDone = false;
      while (!isDone) {
        // Checked before the lease: work that ends meanwhile may make other work due.
        isDone = underWay.size === 0;
        if (await takeNext()) isDone = false;
        else await Promise.all(underWay);
      }
    },
    start() {
      running ??= run();
    },
    async stop() {
      stopping.abort();
      await running;
      await Promise.all(underWay);
    },
  };
}
