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

/** The part of Vitest's project that is used here. */
export interface ProvidingProject {
  provide(name: "sinkove", value: SinkoveContext): void;
}

/** A global set-up as Vitest takes it: it gives the way to end it. */
export type GlobalSetup = (project: ProvidingProject) => Promise<() => Promise<void>>;

/**
 * A global set-up of Vitest with options of your own, for a file that `globalSetup` names. The run fails at its end
 * where a response of any world broke the contract.
 *
 * @example
 * export default createSetup({ engine: "prism" });
 */
export function createSetup(options: SandboxOptions = {}): GlobalSetup {
  return async (project) => {
    const sandbox = await createSandbox({ port: 0, ...options });
    const { baseUrl, apiKey, organizationId } = sandbox;
    process.env.SINKOVE_API_URL = baseUrl;
    process.env.SINKOVE_API_KEY = apiKey;
    project.provide("sinkove", { baseUrl, apiKey, organizationId });
    return () => end(sandbox);
  };
}

async function end(sandbox: Sandbox): Promise<void> {
  const response = await sandbox.fetch("/_sandbox/violations");
  const broken: JournalEntry[] = await response.json();
  await sandbox[Symbol.asyncDispose]();
  if (broken.length > 0) throw new ContractBrokenError(broken);
}

let endSandbox: (() => Promise<void>) | undefined;

/**
 * A global set-up of Vitest: one mock server for the whole run. Its address and its key are in `SINKOVE_API_URL` and
 * `SINKOVE_API_KEY`, where clients look for them, and in `inject("sinkove")`.
 *
 * @example
 * export default defineConfig({ test: { globalSetup: "@sinkove/mock-server/vitest" } });
 */
export async function setup(project: ProvidingProject): Promise<void> {
  endSandbox = await createSetup()(project);
}

/**
 * Ends the mock server of {@link setup}.
 *
 * @throws {ContractBrokenError} where a response of any world broke the contract: the run fails
 */
export async function teardown(): Promise<void> {
  await endSandbox?.();
}
