/** What may be at hand already: a promise for it would cost more than to look it up. */
export type Awaitable<T> = T | Promise<T>;

/** Goes on with a value: at once where it is at hand. */
export function andThen<T, R>(value: Awaitable<T>, next: (value: T) => Awaitable<R>): Awaitable<R> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** Does some work, and recovers from whatever it throws or rejects with. */
export function attempt<T>(work: () => Awaitable<T>, recover: (error: unknown) => T): Awaitable<T> {
  try {
    const value = work();
    return value instanceof Promise ? value.catch(recover) : value;
  } catch (error) {
    return recover(error);
  }
}
