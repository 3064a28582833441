import { isDoneWithin } from "../deadline.ts";
import { createEngine, type Engine, type EngineOptions, type EngineSite } from "./better-auth.ts";
import { Refusal } from "./reply.ts";

/** When there are more instances than this, all are discarded: a server has only a few origins. */
const MOST = 20;

/** The time limit of an identity provider, in milliseconds. */
const PROVIDER_WITHIN = 15_000;

/** Returns the instance of better-auth for a site. */
export type EngineFor = (site: EngineSite) => Engine;

/** Keeps an instance for each origin, because an instance of better-auth has only one. */
export function createEngines(options: EngineOptions): EngineFor {
  const engines = new Map<string, Promise<Engine>>();
  const find = (site: EngineSite): Promise<Engine> => {
    const key = `${site.origin} ${site.isSecure} ${site.providers.length > 0}`;
    const known = engines.get(key);
    if (known) return known;
    if (engines.size >= MOST) engines.clear();
    const engine = createEngine(options, site);
    engines.set(key, engine);
    // Callers that wait for it get the error too.
    engine.catch(() => engines.delete(key));
    return engine;
  };
  return (site) => async (request) => {
    const response = find(site).then((engine) => engine(request));
    if (site.providers.length === 0 || (await isDoneWithin(PROVIDER_WITHIN, response)))
      return response;
    response.catch(() => {}); // the caller has already timed out
    throw providerUnavailable;
  };
}

export const providerUnavailable: Refusal = new Refusal(
  {
    status: 503,
    code: "PROVIDER_UNAVAILABLE",
    message: "The identity provider does not respond. Try again later.",
  },
  { "Retry-After": "30" },
);
