import type { paths } from "@sinkove/contract";
import createClient from "openapi-fetch";
import type { HttpClient } from "./core.ts";
import { fillPath, writeBody, writeQuery } from "./http/arguments.ts";
import type { Received } from "./http/exchange.ts";
import type { Outgoing } from "./http/outgoing.ts";
import { send } from "./http/transport.ts";
import type { Wire } from "./http/wire.ts";
import type { RequestOptions } from "./options.ts";
import { type Given, readOptions } from "./read-options.ts";

/** The part of a `Request` that openapi-fetch uses, without slow streams and clones. */
class LightRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly options: Given<RequestOptions>;

  constructor(url: string, { method, headers, body, ...options }: LightRequestInit) {
    this.url = url;
    this.method = method;
    this.headers = headers;
    this.body = body;
    this.options = readOptions(options);
  }
}

interface LightRequestInit extends Omit<RequestOptions, "headers"> {
  readonly method: string;
  readonly headers: Headers;
  readonly body?: string;
}

/** openapi-fetch over the transport of this package. No other file imports it. */
export function createLowLevelClient(wire: Wire): HttpClient {
  const { baseUrl, headers } = wire;
  return createClient<paths>({
    baseUrl,
    headers,
    pathSerializer: (template, values) => fillPath(template, values),
    querySerializer: (query) => writeQuery(query).slice(1),
    bodySerializer: (body) => writeBody(body),
    // The cast is safe because openapi-fetch only uses the members that this class has.
    Request: LightRequest as unknown as typeof Request,
    fetch: async (request) => {
      // The casts are safe because openapi-fetch creates `request` from LightRequest, and raw requests get a Received.
      const outgoing = outgoingOf(request as unknown as LightRequest);
      return responseOf((await send(outgoing, wire)) as Received);
    },
  });
}

function outgoingOf({ url, method, headers, body, options }: LightRequest): Outgoing {
  // Fills the path again, because openapi-fetch does not fill a template if it gets no parameters.
  const filled = fillPath(url);
  const reading = { isRaw: true };
  return { url: filled, method, headers: Object.fromEntries(headers), body, options, reading };
}

/** A response with the same body, which was read within the time limit, so that it can be read again. */
function responseOf({ response, text }: Received): Response {
  if (text === undefined) return response;
  const { status, statusText, headers } = response;
  // Some statuses may have no body, not even an empty one.
  return new Response(text || null, { status, statusText, headers });
}
