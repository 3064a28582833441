import { type ReactNode, StrictMode, startTransition, useLayoutEffect } from "react";
import { createRoot } from "react-dom/client";
import { App, router } from "./app.tsx";
import "./styles.ts";

/** Renders in steps, between which the browser can respond to input. */
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

/** Removes the first paint in the same frame in which the page appears. */
function FirstPaintEnds(): ReactNode {
  useLayoutEffect(() => document.querySelector(".first-paint")?.remove(), []);
  return null;
}

// Do not use top-level await here: pages import this file's chunk, so both would wait for each other.
void router.load().then(render);
