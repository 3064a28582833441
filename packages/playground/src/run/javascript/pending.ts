/** Counts what a program has begun and not ended: as in Node, it has ended when nothing is left. */
export class Pending {
  #count = 0;
  #idle: (() => void)[] = [];

  begin(): () => void {
    this.#count += 1;
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      this.#count -= 1;
      // What follows an answer may begin something else: it runs first.
      setTimeoutOriginal(() => this.#tell(), 0);
    };
  }

  /** Resolves when nothing is left. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#idle.push(resolve);
      // A rejection that nobody handles is told a little after the program's own turn is over.
      setTimeoutOriginal(() => this.#tell(), 5);
    });
  }

  #tell(): void {
    if (this.#count > 0) return;
    for (const resolve of this.#idle.splice(0)) resolve();
  }
}

const setTimeoutOriginal: typeof setTimeout = globalThis.setTimeout.bind(globalThis);

/** Makes the timers of this worker count as work that is pending. */
export function watchTimers(pending: Pending): void {
  const {
    setTimeout: set,
    clearTimeout: clear,
    setInterval: repeat,
    clearInterval: end,
  } = globalThis;
  const open = new Map<number, () => void>();
  const close = (id: unknown): void => {
    open.get(Number(id))?.();
    open.delete(Number(id));
  };
  const timers = {
    setTimeout(action: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) {
      const id: number = Number(
        set(() => {
          try {
            action(...args);
          } finally {
            close(id);
          }
        }, ms),
      );
      open.set(id, pending.begin());
      return id;
    },
    setInterval(action: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) {
      const id = Number(repeat(action, ms, ...args));
      open.set(id, pending.begin());
      return id;
    },
    clearTimeout(id?: number) {
      clear(id);
      close(id);
    },
    clearInterval(id?: number) {
      end(id);
      close(id);
    },
  };
  Object.assign(globalThis, timers);
}
