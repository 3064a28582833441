import { defineConfig } from "vitest/config";

/** Writes its report beside that of the unit tests. */
// biome-ignore lint/style/noDefaultExport: Vitest requires it
export default defineConfig({
  test: {
    include: ["e2e/**/*.test.ts"],
    // Runs one browser at a time, because the machine may have only two cores.
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 30_000 } },
    // As in vitest.base.ts: dependencies of Prism use deprecated functions.
    execArgv: ["--disable-warning=DEP0040", "--disable-warning=DEP0169"],
    reporters: ["default", ["junit", { outputFile: "test-results/e2e.xml" }]],
  },
});
