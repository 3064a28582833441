import type {} from "vitest";
import { ContractBrokenError } from "./journal/contract-broken-error.ts";
import type { JournalEntry } from "./journal/journal.ts";
import { createSandbox, type Sandbox, type SandboxOptions } from "./sandbox.ts";

/** The value that tests get from `inject("sinkove")`. */
export interface SinkoveContext {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly organizationId: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    sinkove: SinkoveContext;
  }
}

/** The part of a Vitest project that this module uses. */
export interface ProvidingProject {
  provide(name: "sinkove", value: SinkoveContext): void;
  /** `env` has the environment variables of the project's workers. */
  readonly config?: { env?: Record<string, unknown> };
}

/** A global setup of Vitest. It returns the teardown function. */
export type GlobalSetup = (project: ProvidingProject) => Promise<() => Promise<void>>;

/**
 * Creates a global setup for Vitest with your own options, for a file that `globalSetup` refers to. Each project with
 * the setup gets its own mock server. The run fails at the end if a response of any world broke the contract.
 *
 * @example
 * export default createSetup({ engine: "prism" });
 */
export function createSetup(options: SandboxOptions = {}): GlobalSetup {
  return async (project) => {
    const sandbox = await createSandbox({ port: 0, ...options });
    const { baseUrl, apiKey, organizationId } = sandbox;
    const variables = { SINKOVE_API_URL: baseUrl, SINKOVE_API_KEY: apiKey };
    // All projects share this process's environment, so a project's own variables in `env` take precedence.
    Object.assign(process.env, variables);
    if (project.config) project.config.env = { ...project.config.env, ...variables };
    project.provide("sinkove", { baseUrl, apiKey, organizationId });
    return () => end(sandbox);
  };
}

async function end(sandbox: Sandbox): Promise<void> {
  const response = await sandbox.fetch("/_sandbox/violations");
  const broken: JournalEntry[] = await response.json();
  await sandbox[Symbol.asyncDispose]();
  if (broken.length === 0) return;
  // Vitest 4 prints an error that a teardown throws, but does not fail the run.
  process.exitCode = 1;
  throw new ContractBrokenError(broken);
}

/**
 * A global setup for Vitest that starts a mock server for the whole run, or one for each project. Its URL and its key
 * are in `SINKOVE_API_URL` and `SINKOVE_API_KEY`, from which clients read them, and in `inject("sinkove")`.
 *
 * @example
 * export default defineConfig({ test: { globalSetup: "@sinkove/mock-server/vitest" } });
 */
const setup: GlobalSetup = createSetup();
// biome-ignore lint/style/noDefaultExport: Vitest calls the default export of a global setup once for each project
export default setup;
