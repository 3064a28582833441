import { useRef } from "react";

/** Creates an `Idempotency-Key`, without `crypto.randomUUID`, which pages without https do not have. */
function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `console-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/**
 * Returns the same `Idempotency-Key` as long as the body is the same, so that a form that is sent again after a lost
 * response has its effect only once.
 */
export function useIdempotencyKey(): (body: unknown) => { "Idempotency-Key": string } {
  const last = useRef({ text: "", key: "" });
  return (body) => {
    const text = JSON.stringify(body);
    if (text !== last.current.text) last.current = { text, key: newIdempotencyKey() };
    return { "Idempotency-Key": last.current.key };
  };
}
