type Listener = () => void;
const listeners = new Set<Listener>();

/**
 * Calls a listener whenever a response says that the session has ended. Returns a function that removes the listener.
 */
export function onSignedOut(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells the listeners that a response says that the session has ended. */
export function tellSignedOut(): void {
  for (const listener of listeners) listener();
}
