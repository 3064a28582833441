import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

/** The delay in milliseconds, long enough not to compete with the opened page. */
const DELAY = 5_000;

/**
 * Loads the code of all other pages after a delay, so that they open while the device is offline, and in a tab that was
 * opened before a deployment.
 */
export function usePreloadedPages(): void {
  const router = useRouter();
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const route of Object.values(router.routesById)) {
        // If this fails, the page is loaded when it is opened.
        Promise.resolve(router.loadRouteChunk(route)).catch(() => undefined);
      }
    }, DELAY);
    return () => clearTimeout(timer);
  }, [router]);
}
