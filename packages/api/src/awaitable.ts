/** A value, or a promise of it. */
export type Awaitable<T> = T | Promise<T>;

/** Calls a function with a value, synchronously if it is not a promise. */
export function andThen<T, R>(value: Awaitable<T>, next: (value: T) => Awaitable<R>): Awaitable<R> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** Runs some work, and recovers from any error or rejection. */
export function attempt<T>(work: () => Awaitable<T>, recover: (error: unknown) => T): Awaitable<T> {
  try {
    const value = work();
    return value instanceof Promise ? value.catch(recover) : value;
  } catch (error) {
    return recover(error);
  }
}

/** Calls functions one after another with the same value, and waits only for those that return a promise. */
export function inTurn<T>(
  steps: readonly ((value: T) => Awaitable<void>)[],
  value: T,
): Awaitable<void> {
  for (let index = 0; index < steps.length; index++) {
    const done = steps[index]?.(value);
    if (done instanceof Promise) return done.then(() => inTurn(steps.slice(index + 1), value));
  }
  return undefined;
}
