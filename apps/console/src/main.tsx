import { type ReactNode, StrictMode, startTransition, useLayoutEffect } from "react";
import { createRoot } from "react-dom/client";
import { App, router } from "./app.tsx";
import "./styles.ts";

/** Rendered in steps, between which the browser can answer. */
function render(): void {
  const root = document.getElementById("root");
  if (!root) throw new Error("The page has no element with the id root.");
  startTransition(() => {
    createRoot(root).render(
      <StrictMode>
        <App />
        <FirstPaintEnds />
      </StrictMode>,
    );
  });
}

/** The first paint stays until the page that takes its place is whole: both change places in one frame. */
function FirstPaintEnds(): ReactNode {
  useLayoutEffect(() => document.querySelector(".first-paint")?.remove(), []);
  return null;
}

// Not awaited at the top: pages import this file's chunk, and would wait for it while it waits for them.
void router.load().then(render);
