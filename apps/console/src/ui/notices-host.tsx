import { lazy, type ReactNode, Suspense, useSyncExternalStore } from "react";
import { noticesStore } from "./notices.ts";

const Notifications = lazy(async () => {
  const { Notifications: component } = await import("@mantine/notifications");
  return { default: component };
});

/** Renders notices. Loads their code with the first one. */
export function NoticesHost(): ReactNode {
  const isNeeded = useSyncExternalStore(noticesStore.subscribe, noticesStore.isNeeded);
  if (!isNeeded) return null;
  return (
    <Suspense>
      <Notifications position="bottom-right" />
    </Suspense>
  );
}
