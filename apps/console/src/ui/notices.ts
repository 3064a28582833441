import type { NotificationData } from "@mantine/notifications";
import { errorText } from "../api/error-text.ts";

type Listener = () => void;
const listeners = new Set<Listener>();
let isNeeded = false;

/** Shows a notice. The code that shows them is loaded with the first one. */
export async function showNotice(notice: NotificationData): Promise<void> {
  isNeeded = true;
  for (const listener of listeners) listener();
  const { notifications } = await import("@mantine/notifications");
  notifications.show(notice);
}

/** Hides a notice. */
export async function hideNotice(id: string): Promise<void> {
  const { notifications } = await import("@mantine/notifications");
  notifications.hide(id);
}

/** Says that something was done. */
export function showDone(message: string): void {
  void showNotice({ message, color: "petrol" });
}

/** Says that something failed, and what to do about it. */
export function showError(error: unknown): void {
  const { title, detail } = errorText(error);
  void showNotice({ title, message: detail, color: "red", autoClose: 10_000 });
}

/** Whether there was a notice, for the component that shows them. */
export const noticesStore = {
  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  isNeeded: (): boolean => isNeeded,
};
