import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const api = process.env.SINKOVE_API ?? "http://127.0.0.1:8080";

/** `npm run dev` serves the console and passes what is not its own on to a running server. */
export default defineConfig({
  base: "/console/",
  plugins: [react()],
  build: {
    outDir: "dist/web",
    // A `data:` URL in a style sheet would need an exception in the policy.
    assetsInlineLimit: 0,
    target: "es2023",
    // The licences of what is bundled, which the mock server is published with.
    license: { fileName: "third-party-licenses.md" },
    // Browsers that know light-dark().
    cssTarget: ["chrome123", "edge123", "firefox120", "safari17.5"],
  },
  server: { proxy: { "/v1": api, "/auth": api } },
});
