import type { CoreInit, HttpClient } from "./core.ts";

const MEMBERS = "request use eject GET POST PATCH DELETE".split(" ");

/**
 * openapi-fetch, loaded when it is first used: programs that keep to the methods of the resources do
 * not carry it.
 */
export function createHttpClient(init: CoreInit): HttpClient {
  let loaded: Promise<HttpClient> | undefined;
  const members = MEMBERS.map((name) => [
    name,
    async (...args: unknown[]) => {
      loaded ??= import("./low-level.ts").then((low) => low.createLowLevelClient(init));
      // A boundary: the arguments are typed by openapi-fetch, and handed on as they are.
      const member = (await loaded)[name as keyof HttpClient] as (...args: unknown[]) => unknown;
      return member(...args);
    },
  ]);
  return Object.fromEntries(members);
}
