const signs = ["pointermove", "pointerdown", "keydown", "wheel", "touchstart"] as const;

let isThere = false;
let waiting: (() => void)[] = [];

function stir(): void {
  for (const sign of signs) removeEventListener(sign, stir, true);
  isThere = true;
  for (const action of waiting.splice(0)) whenIdle(action);
}

/**
 * Acts once somebody moves, scrolls, touches or types, and the page has nothing else to do: what only a run needs is
 * made ready while its reader reads, and costs a page nothing that nobody reads. Returns how to call it off.
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

/** Safari has no idle callback. */
function whenIdle(action: () => void): () => void {
  if (!("requestIdleCallback" in globalThis)) {
    const timer = setTimeout(action, 50);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(action, { timeout: 500 });
  return () => cancelIdleCallback(idle);
}
