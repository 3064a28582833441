/**
 * Does some work at once and then again and again, never twice at the same time. It does not keep the process alive.
 *
 * @param onError - is told of each failure; the work goes on
 * @returns stops it, and waits for what is under way
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
