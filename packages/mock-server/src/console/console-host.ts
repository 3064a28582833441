import { MockError } from "../mock-error.ts";
import { consoleHost } from "../own-files.ts";

/** A response of the console's files, as its package describes it. */
export interface ConsoleFile {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Answers for a path of the console; undefined for any other path. */
export type ConsoleHost = (
  pathname: string,
  nonce: string,
  acceptEncoding?: string,
) => ConsoleFile | undefined;

/** @throws {MockError} if the package was built without the console */
export async function loadConsoleHost(): Promise<ConsoleHost> {
  const { createConsoleHost } = await import(consoleHost.href).catch((cause: unknown) => {
    throw new MockError("The console is not in this package. Build it: npm run build.", { cause });
  });
  return createConsoleHost();
}
