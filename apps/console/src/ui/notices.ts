import type { NotificationData } from "@mantine/notifications";
import { errorText } from "../api/error-text.ts";

type Listener = () => void;
const listeners = new Set<Listener>();
let isNeeded = false;

/** Shows a notice. The code for notices is loaded with the first one. */
export async function showNotice(notice: NotificationData): Promise<void> {
  isNeeded = true;
  for (const listener of listeners) listener();
  const { notifications } = await import("@mantine/notifications");
  notifications.show({ closeButtonProps: { "aria-label": "Close" }, ...notice });
}

/** Hides a notice. */
export async function hideNotice(id: string): Promise<void> {
  const { notifications } = await import("@mantine/notifications");
  notifications.hide(id);
}

/** Shows a notice that an action succeeded. */
export function showDone(message: string): void {
  void showNotice({ message, color: "petrol" });
}

/** Shows a notice that says what failed and what to do. */
export function showError(error: unknown): void {
  const { title, detail } = errorText(error);
  void showNotice({ title, message: detail, color: "red", autoClose: 10_000 });
}

/** Tells NoticesHost whether there was a notice. */
export const noticesStore = {
  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  isNeeded: (): boolean => isNeeded,
};
