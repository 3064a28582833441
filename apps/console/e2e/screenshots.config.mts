import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Takes the pictures of the documentation. */
// biome-ignore lint/style/noDefaultExport: Vitest looks for it there
export default defineConfig({
  test: {
    include: ["e2e/journey/take-screenshots.ts"],
    testTimeout: 240_000,
    env: {
      SINKOVE_SCREENSHOTS:
        process.env.SINKOVE_SCREENSHOTS ??
        fileURLToPath(new URL("../../docs/static/img/console/", import.meta.url)),
    },
  },
});
