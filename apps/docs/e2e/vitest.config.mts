import { defineConfig } from "vitest/config";

/** Beside the unit tests' report, so that neither replaces the other. */
// biome-ignore lint/style/noDefaultExport: Vitest looks for it there
export default defineConfig({
  test: {
    include: ["e2e/**/*.test.ts"],
    // One browser at a time: two cores are enough for it and the programs that it is compared with.
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 30_000 } },
    // As in vitest.base.ts: dependencies of Prism use what is deprecated.
    execArgv: ["--disable-warning=DEP0040", "--disable-warning=DEP0169"],
    reporters: ["default", ["junit", { outputFile: "test-results/e2e.xml" }]],
  },
});
