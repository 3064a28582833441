/**
 * Keeps this process from sleeping until the promise settles. Waking a sleeping client costs a server more CPU time than
 * writing its response, and only a server that is slower than its client pays that. Without this, the faster of two
 * servers would look better because of its client.
 */
export async function awake<T>(work: Promise<T>): Promise<T> {
  let isDone = false;
  const turn = (): void => {
    if (!isDone) setImmediate(turn);
  };
  turn();
  try {
    return await work;
  } finally {
    isDone = true;
  }
}
