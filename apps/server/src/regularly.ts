/**
 * Does some work immediately and then repeatedly, but never twice at the same time. Does not keep the process alive.
 *
 * @param onError - called for each failure; the work continues
 * @returns a function that stops it, and waits for running work
 */
export function regularly(
  milliseconds: number,
  work: () => Promise<void>,
  onError: (error: unknown) => void,
): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  const begin = (): void => {
    underWay ??= work()
      .catch(onError)
      .finally(() => {
        underWay = undefined;
      });
  };
  begin();
  const timer = setInterval(begin, milliseconds).unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
