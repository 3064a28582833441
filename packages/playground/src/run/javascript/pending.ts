/** Counts a program's pending work, such as timers and requests. As in Node, the program ends when none is left. */
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
      // The code that runs after a response may start more work, so let it run first.
      setTimeoutOriginal(() => this.#notify(), 0);
    };
  }

  /** Resolves when no work is pending. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#idle.push(resolve);
      // The event for an unhandled rejection fires slightly after the program's own code.
      setTimeoutOriginal(() => this.#notify(), 5);
    });
  }

  #notify(): void {
    if (this.#count > 0) return;
    for (const resolve of this.#idle.splice(0)) resolve();
  }
}

const setTimeoutOriginal: typeof setTimeout = globalThis.setTimeout.bind(globalThis);

/** Makes this worker's timers count as pending work. */
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
