import type { paths } from "@sinkove/contract";
import createClient from "openapi-fetch";
import type { CoreInit, HttpClient } from "./core.ts";
import type { Outgoing } from "./http/outgoing.ts";
import { fillPath, writeQuery } from "./http/url-parts.ts";
import type { RequestOptions } from "./options.ts";

/** What openapi-fetch uses of a `Request`, without the streams and clones that cost time. */
class LightRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly options: RequestOptions;

  constructor(url: string, { method, headers, body, ...options }: LightRequestInit) {
    this.url = url;
    this.method = method;
    this.headers = headers;
    this.body = body;
    this.options = options;
  }
}

interface LightRequestInit extends Omit<RequestOptions, "headers"> {
  readonly method: string;
  readonly headers: Headers;
  readonly body?: string;
}

/** openapi-fetch over our transport. This file is the only one that knows it. */
export function createLowLevelClient({ baseUrl, headers, transport }: CoreInit): HttpClient {
  return createClient<paths>({
    baseUrl,
    headers,
    pathSerializer: (template, values) => fillPath(template, values),
    querySerializer: (query) => writeQuery(query).slice(1),
    // A boundary: openapi-fetch uses no more of both than these have, and is answered with a
    // `Response` since it asks for one.
    Request: LightRequest as unknown as typeof Request,
    fetch: (request) =>
      transport.send(outgoingOf(request as unknown as LightRequest)) as Promise<Response>,
  });
}

function outgoingOf({ url, method, headers, body, options }: LightRequest): Outgoing {
  return { url, method, headers: Object.fromEntries(headers), body, options, isRaw: true };
}
