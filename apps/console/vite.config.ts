import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const api = process.env.SINKOVE_API ?? "http://127.0.0.1:8080";

const BUILT_STYLE = /\n *<link rel="stylesheet" crossorigin[^>]*>/;

/**
 * Draws the first paint as soon as its own small style sheet is there: the built one goes behind it, where it holds back
 * the scripts only, and those get out of its way on a slow connection. It is before the root, whose own styles win.
 */
function firstPaintFirst(): Plugin {
  return {
    name: "first-paint-first",
    transformIndexHtml: {
      order: "post",
      handler(html) {
        const [style = ""] = BUILT_STYLE.exec(html) ?? [];
        return html
          .replace(style, "")
          .replace("<!--styles-->", style.trim())
          .replaceAll('<script type="module"', '$& fetchpriority="low"');
      },
    },
  };
}

/** `npm run dev` serves the console and passes what is not its own on to a running server. */
export default defineConfig({
  base: "/console/",
  plugins: [react(), firstPaintFirst()],
  build: {
    outDir: "dist/web",
    // A `data:` URL in a style sheet would need an exception in the policy.
    assetsInlineLimit: 0,
    target: "es2023",
    // What the pages of the host link to, see src/host/first-paint.ts.
    manifest: "manifest.json",
    // Few files: over HTTP/1.1 a browser asks for six at once, and each six cost a round trip.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "initial", tags: ["$initial"] },
            { name: "common", minShareCount: 14 },
            { name: "some", minShareCount: 6 },
            // What the pages of webhooks share, and no other page needs, would be seven files.
            { name: "webhooks", test: /\/pages\/webhooks\//, minShareCount: 2 },
          ],
        },
      },
    },
    // The licences of what is bundled, which the mock server is published with.
    license: { fileName: "third-party-licenses.md" },
    // Browsers that know light-dark().
    cssTarget: ["chrome123", "edge123", "firefox120", "safari17.5"],
  },
  server: { proxy: { "/v1": api, "/auth": api } },
});
