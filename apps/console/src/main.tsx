import { StrictMode, startTransition } from "react";
import { createRoot } from "react-dom/client";
import { App, router } from "./app.tsx";
import "./styles.ts";

/** The first paint stays until the page that takes its place is whole. Rendered in steps, between which the browser can answer. */
function render(): void {
  const root = document.getElementById("root");
  if (!root) throw new Error("The page has no element with the id root.");
  startTransition(() => {
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
  });
}

// Not awaited at the top: pages import this file's chunk, and would wait for it while it waits for them.
void router.load().then(render);
