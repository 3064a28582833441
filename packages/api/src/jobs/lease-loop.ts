/** Options of {@link createLeaseLoop}. */
export interface LeaseLoopOptions {
  /**
   * Leases what is due next.
   *
   * @param stopping - is aborted when the loop stops
   * @returns does the work; undefined if nothing is due
   */
  readonly lease: (stopping: AbortSignal) => Promise<(() => Promise<void>) | undefined>;
  readonly onError: (error: unknown) => void;
  /** How many pieces of work are under way at once. */
  readonly slots: number;
  /** Resolves after that many milliseconds, or at once when the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** How long it waits before it looks again if nothing is due, in milliseconds. */
  readonly idle: number;
}

/** Does leased work until it is stopped. */
export interface LeaseLoop {
  /** Does what is due. Resolves when nothing is due and nothing is under way. */
  readonly deliverDue: () => Promise<void>;
  /** Does so for ever. */
  readonly start: () => void;
  /** Resolves when nothing is under way. */
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
        // Judged before the look: what ends meanwhile may leave something due.
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
