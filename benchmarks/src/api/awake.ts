/**
 * Keeps this process from sleeping until the promise is settled. To wake a client that sleeps costs a server more than
 * to write its answer, and only a server that is slower than its client has to: without this, the faster of two
 * servers is praised for its client's work.
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
