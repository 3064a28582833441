import { isDoneWithin } from "../deadline.ts";
import { createEngine, type Engine, type EngineOptions, type EngineSite } from "./better-auth.ts";
import { Refusal } from "./reply.ts";

/** Past this many, they are made again: a server has few origins. */
const MOST = 20;

/** How long an identity provider may take, in milliseconds. */
const PROVIDER_WITHIN = 15_000;

/** Gives the instance of better-auth for a site. */
export type EngineFor = (site: EngineSite) => Engine;

/** Keeps an instance for each origin: better-auth has one origin only. */
export function createEngines(options: EngineOptions): EngineFor {
  const engines = new Map<string, Promise<Engine>>();
  const find = (site: EngineSite): Promise<Engine> => {
    const key = `${site.origin} ${site.isSecure} ${site.providers.length > 0}`;
    const known = engines.get(key);
    if (known) return known;
    if (engines.size >= MOST) engines.clear();
    const engine = createEngine(options, site);
    engines.set(key, engine);
    // Whoever waits for it hears of it too.
    engine.catch(() => engines.delete(key));
    return engine;
  };
  return (site) => async (request) => {
    const response = find(site).then((engine) => engine(request));
    if (site.providers.length === 0 || (await isDoneWithin(PROVIDER_WITHIN, response)))
      return response;
    response.catch(() => {}); // too late for anyone to hear of it
    throw providerUnavailable;
  };
}

export const providerUnavailable: Refusal = new Refusal(
  {
    status: 503,
    code: "PROVIDER_UNAVAILABLE",
    message: "The identity provider does not answer now. Try again later.",
  },
  { "Retry-After": "30" },
);
