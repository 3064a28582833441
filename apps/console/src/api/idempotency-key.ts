import { useRef } from "react";

/** A new `Idempotency-Key`. (`crypto.randomUUID` is absent on pages without https.) */
function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `console-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/**
 * Gives the same `Idempotency-Key` for as long as the same body is sent, so that sending a form again after a lost
 * response does not do it twice.
 */
export function useIdempotencyKey(): (body: unknown) => { "Idempotency-Key": string } {
  const last = useRef({ text: "", key: "" });
  return (body) => {
    const text = JSON.stringify(body);
    if (text !== last.current.text) last.current = { text, key: newIdempotencyKey() };
    return { "Idempotency-Key": last.current.key };
  };
}
