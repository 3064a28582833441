import type { CoreInit, HttpClient } from "./core.ts";

const METHODS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"] as const;

/**
 * openapi-fetch, loaded when it is first used: programs that keep to the methods of the resources do
 * not carry it.
 */
export function createHttpClient(init: CoreInit): HttpClient {
  let loaded: Promise<HttpClient> | undefined;
  const load = () => {
    loaded ??= import("./low-level.ts").then(({ createLowLevelClient }) =>
      createLowLevelClient(init),
    );
    return loaded;
  };
  // A boundary: the arguments are typed by openapi-fetch, and handed on as they are.
  const later =
    (name: keyof HttpClient) =>
    async (...args: unknown[]) =>
      ((await load())[name] as (...args: unknown[]) => unknown)(...args);
  const client = ["request", "use", "eject", ...METHODS].map((name) => [
    name,
    later(name as keyof HttpClient),
  ]);
  return Object.fromEntries(client) as HttpClient;
}
