import { MockError } from "../mock-error.ts";
import { consoleHost } from "../own-files.ts";

/** A response with a file of the console. */
export interface ConsoleFile {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Returns the file at a path of the console, or undefined for any other path. */
export type ConsoleHost = (
  pathname: string,
  nonce: string,
  acceptEncoding?: string,
) => ConsoleFile | undefined;

/** @throws {MockError} if the package was built without the console */
export async function loadConsoleHost(): Promise<ConsoleHost> {
  const { createConsoleHost } = await import(consoleHost.href).catch((cause: unknown) => {
    throw new MockError(
      "This package was built without the console. Build it with: npm run build.",
      { cause },
    );
  });
  return createConsoleHost();
}
