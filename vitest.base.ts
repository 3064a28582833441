import { defineConfig } from "vitest/config";

/** The Vitest set-up that every package shares: facts on the terminal, a JUnit file to count from. */
export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    reporters: ["default", ["junit", { outputFile: "test-results/vitest.xml" }]],
  },
});
