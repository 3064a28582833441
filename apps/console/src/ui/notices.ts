import { notifications } from "@mantine/notifications";
import { errorText } from "../api/error-text.ts";

/** Says that something was done. */
export function showDone(message: string): void {
  notifications.show({ message, color: "petrol" });
}

/** Says that something failed, and what to do about it. */
export function showError(error: unknown): void {
  const { title, detail } = errorText(error);
  notifications.show({ title, message: detail, color: "red", autoClose: 10_000 });
}
