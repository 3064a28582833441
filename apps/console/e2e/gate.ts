/** Returns a promise, and the function that resolves it. */
export function gate(): readonly [arrival: Promise<void>, release: () => void] {
  let release = (): void => undefined;
  const arrival = new Promise<void>((resolve) => {
    release = resolve;
  });
  return [arrival, () => release()];
}
