import { existsSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** What a package does once before its tests, if it has this file. Vitest runs in the package's folder. */
const GLOBAL_SETUP = "test/global-setup.ts";

/**
 * The Vitest set-up that every package shares: facts on the terminal, a JUnit file to count from. With `--no-isolate`, the
 * test files of a package share a process. In packages with many small files, a process for each costs more than the
 * tests. Tests there restore the globals, variables and clock that they change.
 */
export default defineConfig({
  test: {
    setupFiles: [join(import.meta.dirname, "vitest.setup.ts")],
    globalSetup: existsSync(GLOBAL_SETUP) ? [GLOBAL_SETUP] : [],
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    // Guards against a hang, not measures of speed: machines differ, and run several suites at once.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    // Dependencies of Prism use `punycode` and `url.parse()`. The code of this repository uses neither.
    execArgv: ["--disable-warning=DEP0040", "--disable-warning=DEP0169"],
    reporters: ["default", ["junit", { outputFile: "test-results/vitest.xml" }]],
  },
});
