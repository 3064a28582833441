import { environments, pythonWith } from "../packages/python/src/index.ts";

export interface EnvironmentsOptions {
  /** Whether no Python on this machine is new enough for the official client. */
  readonly isOld: boolean;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/**
 * Creates all missing Python environments, so that no test needs the package index.
 *
 * @throws Error that says what to do
 */
export async function makeEnvironments({ isOld, signal, say }: EnvironmentsOptions): Promise<void> {
  for (const { name, minor } of environments) {
    if (isOld && minor > 10) continue;
    await pythonWith(name, { signal, say });
  }
}
