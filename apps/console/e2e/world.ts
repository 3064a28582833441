import { inject } from "vitest";

/** A world of the mock server, with its own account. */
export interface World {
  readonly origin: string;
  readonly apiKey: string;
  readonly organizationId: string;
  readonly people: readonly { readonly accountId: string; readonly email: string }[];
  /** Sends a request with the world's key or another one, and returns the JSON of the response. */
  // biome-ignore lint/suspicious/noExplicitAny: the mock server judges each response by the contract
  readonly send: (path: string, call?: Call) => Promise<any>;
  /** Moves the world's clock forward, by an ISO 8601 duration. */
  readonly advance: (duration: string) => Promise<void>;
  /** Returns a `Cookie` header with a session of a person, by default the person of the account. */
  readonly session: (accountId?: string) => Promise<string>;
}

/** A request. With a body it is a POST, or what `method` says. */
export interface Call {
  readonly method?: "PATCH";
  readonly body?: unknown;
  readonly key?: string;
  readonly userAgent?: string;
}

/** A rate limit that no test reaches. */
const RATE_LIMIT = { limit: 1_000_000, windowSeconds: 60 };

/** Creates a world. */
export async function newWorld(options: object = {}): Promise<World> {
  const origin = inject("origin");
  const made = await post(`${origin}/_sandbox/worlds`, { rateLimit: RATE_LIMIT, ...options });
  const { apiKey, organizationId, people } = made;
  const send: World["send"] = async (path, call = {}) => {
    const { body, key = apiKey, userAgent } = call;
    const response = await fetch(`${origin}${path}`, {
      method: call.method ?? (body === undefined ? "GET" : "POST"),
      headers: {
        authorization: `Bearer ${key}`,
        "content-type": "application/json",
        ...(userAgent && { "user-agent": userAgent }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    return response.json();
  };
  const headers = { authorization: `Bearer ${apiKey}` };
  const advance = async (duration: string): Promise<void> => {
    await post(`${origin}/_sandbox/clock`, { advance: duration }, headers);
  };
  const session = async (accountId?: string): Promise<string> =>
    (await post(`${origin}/_sandbox/sessions`, { accountId }, headers)).cookie;
  return { origin, apiKey, organizationId, people, send, advance, session };
}

// biome-ignore lint/suspicious/noExplicitAny: the mock server of this repository defines the response
async function post(url: string, body: object, headers: Record<string, string> = {}): Promise<any> {
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url}: ${await response.text()}`);
  return response.json();
}
