/**
 * Wraps a function that loads code, so that it waits while the device is offline. Meanwhile, the current page stays
 * visible and says that the device is offline. Without this, the router would reload the console and show nothing.
 */
export function whenOnline<T>(load: () => Promise<T>): () => Promise<T> {
  return async () => {
    for (;;) {
      try {
        return await load();
      } catch (error) {
        if (navigator.onLine) throw error;
        await new Promise((resolve) => window.addEventListener("online", resolve, { once: true }));
      }
    }
  };
}
