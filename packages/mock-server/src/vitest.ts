import type {} from "vitest";
import { ContractBrokenError } from "./journal/contract-broken-error.ts";
import type { JournalEntry } from "./journal/journal.ts";
import { createSandbox, type Sandbox, type SandboxOptions } from "./sandbox.ts";

/** What tests get by `inject("sinkove")`. */
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

/** The part of a Vitest project that is used here. */
export interface ProvidingProject {
  provide(name: "sinkove", value: SinkoveContext): void;
  /** `env` has the variables of the project's own workers. */
  readonly config?: { env?: Record<string, unknown> };
}

/** A global set-up as Vitest takes it: it returns the function that ends it. */
export type GlobalSetup = (project: ProvidingProject) => Promise<() => Promise<void>>;

/**
 * A global set-up of Vitest with options of your own, for a file that `globalSetup` names. Each project that has it gets
 * a mock server of its own. The run fails at its end if a response of any world broke the contract.
 *
 * @example
 * export default createSetup({ engine: "prism" });
 */
export function createSetup(options: SandboxOptions = {}): GlobalSetup {
  return async (project) => {
    const sandbox = await createSandbox({ port: 0, ...options });
    const { baseUrl, apiKey, organizationId } = sandbox;
    const variables = { SINKOVE_API_URL: baseUrl, SINKOVE_API_KEY: apiKey };
    // All projects share the process; a project's own variables go before it.
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
  // Vitest 4 only prints what a set-up throws at the end.
  process.exitCode = 1;
  throw new ContractBrokenError(broken);
}

/**
 * A global set-up of Vitest: a mock server for the whole run, or one for each project. Its address and its key are in
 * `SINKOVE_API_URL` and `SINKOVE_API_KEY`, where clients look for them, and in `inject("sinkove")`.
 *
 * @example
 * export default defineConfig({ test: { globalSetup: "@sinkove/mock-server/vitest" } });
 */
const setup: GlobalSetup = createSetup();
// biome-ignore lint/style/noDefaultExport: Vitest calls the default export of a global set-up once for each project
export default setup;
