import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

/** Late enough not to compete with the page that was opened. */
const DELAY = 5_000;

/**
 * Loads the code of the other pages after a while, so that they open while the device is offline and in a tab that
 * was left open over a deployment.
 */
export function usePreloadedPages(): void {
  const router = useRouter();
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const route of Object.values(router.routesById)) {
        // A page that cannot be loaded now is loaded when it is opened.
        Promise.resolve(router.loadRouteChunk(route)).catch(() => undefined);
      }
    }, DELAY);
    return () => clearTimeout(timer);
  }, [router]);
}
