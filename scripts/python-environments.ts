import { environments, pythonWith } from "../packages/python/src/index.ts";

export interface EnvironmentsOptions {
  /** Whether this machine has no Python that is new enough for the official client. */
  readonly isOld: boolean;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/**
 * Makes every Python environment that is not there yet, so that no test needs the package index.
 *
 * @throws Error that says what to do
 */
export async function makeEnvironments({ isOld, signal, say }: EnvironmentsOptions): Promise<void> {
  for (const { name, minor } of environments) {
    if (isOld && minor > 10) continue;
    await pythonWith(name, { signal, say });
  }
}
