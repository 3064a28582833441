const signs = ["pointermove", "pointerdown", "keydown", "wheel", "touchstart"] as const;

let isThere = false;
let waiting: (() => void)[] = [];

function stir(): void {
  for (const sign of signs) removeEventListener(sign, stir, true);
  isThere = true;
  for (const action of waiting.splice(0)) whenIdle(action);
}

/**
 * Calls an action once the reader moves the pointer, scrolls, touches or types, and the browser is idle. Runs are
 * prepared this way, so that unread pages cost nothing. Returns a function that cancels the action.
 */
export function onSignOfReader(action: () => void): () => void {
  if (isThere) return whenIdle(action);
  if (waiting.length === 0) {
    for (const sign of signs) addEventListener(sign, stir, { capture: true, passive: true });
  }
  waiting.push(action);
  return () => {
    waiting = waiting.filter((other) => other !== action);
  };
}

/** Safari has no `requestIdleCallback`. */
function whenIdle(action: () => void): () => void {
  if (!("requestIdleCallback" in globalThis)) {
    const timer = setTimeout(action, 50);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(action, { timeout: 500 });
  return () => cancelIdleCallback(idle);
}
