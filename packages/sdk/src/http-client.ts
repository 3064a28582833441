import type { HttpClient } from "./core.ts";
import type { Wire } from "./http/wire.ts";
import { load } from "./load.ts";

const MEMBERS = ["request", "use", "eject", "GET", "POST", "PUT", "PATCH", "DELETE"];

/**
 * openapi-fetch, loaded on first use. Programs that only use the methods of the resources do not
 * load it.
 */
export function createHttpClient(wire: Wire): HttpClient {
  let client: HttpClient | undefined;
  const members = MEMBERS.map((name) => [
    name,
    async (...args: unknown[]) => {
      const { createLowLevelClient } = await load(() => import("./low-level.ts"));
      client ??= createLowLevelClient(wire);
      // The cast is safe because the type HttpClient has checked the arguments, which are passed on unchanged.
      const member = client[name as keyof HttpClient] as (...args: unknown[]) => unknown;
      return member(...args);
    },
  ]);
  return Object.fromEntries(members);
}
