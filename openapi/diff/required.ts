import { isSentByClients, type Note, type Side } from "./change.ts";
import type { Located } from "./located.ts";

/** Compares whether a part of a message is required. */
export function compareRequired(
  old: Located<{ readonly required?: boolean }>,
  now: Located<{ readonly required?: boolean }>,
  { side, note, what }: { readonly side: Side; readonly note: Note; readonly what: string },
): void {
  const isRequired = now.node.required ?? false;
  if ((old.node.required ?? false) === isRequired) return;
  if (!isSentByClients(side)) {
    if (isRequired) note("compatible", now.pointer, `${what} is always present`);
    else note("breaking", now.pointer, `${what} is no longer always present`);
  } else if (isRequired) {
    const sent = side === "request" ? "requests" : "replies";
    note("breaking", now.pointer, `is now required: ${sent} without it are refused`);
  } else note("compatible", now.pointer, "is now optional");
}
