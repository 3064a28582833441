import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const api = process.env.SINKOVE_API ?? "http://127.0.0.1:8080";

const BUILT_STYLE = /\n *<link rel="stylesheet" crossorigin[^>]*>/;

/**
 * Lets the browser draw the first paint as soon as its small style sheet is loaded. The built style sheet is moved
 * behind it, where it only blocks the scripts, which get a low priority. It stays before the root, whose own styles
 * must win.
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

/** `npm run dev` serves the console and forwards other requests to a running server. */
export default defineConfig({
  base: "/console/",
  plugins: [react(), firstPaintFirst()],
  build: {
    outDir: "dist/web",
    // A `data:` URL in a style sheet would need an exception in the policy.
    assetsInlineLimit: 0,
    target: "es2023",
    // src/host/first-paint.ts reads it to link to scripts.
    manifest: "manifest.json",
    // Keep the number of files low: with HTTP/1.1, a browser loads six at once, so each six take a round trip.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "initial", tags: ["$initial"] },
            { name: "common", minShareCount: 14 },
            { name: "some", minShareCount: 6 },
            { name: "parts", test: /\/src\/(table|ui)\//, minShareCount: 4 },
            // The modules that only the pages of webhooks share would be seven files otherwise.
            { name: "webhooks", test: /\/pages\/webhooks\//, minShareCount: 2 },
          ],
        },
      },
    },
    // The licences of bundled packages, which are published with the mock server.
    license: { fileName: "third-party-licenses.md" },
    // Browsers that support light-dark().
    cssTarget: ["chrome123", "edge123", "firefox120", "safari17.5"],
  },
  server: { proxy: { "/v1": api, "/auth": api } },
});
