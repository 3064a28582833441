/**
 * Loads code. While the device is offline, waits until it is online again: the page that is shown stays, and says that
 * the device is offline. (The router would load the whole console again, which then shows nothing.)
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
