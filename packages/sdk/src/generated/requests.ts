// Generated from the contract. Do not edit; run `npm run generate`.
import type { LoggedRequest } from "@sinkove/contract";
import type { Call } from "../call.ts";
import type { Core } from "../core.ts";
import { List } from "../list.ts";
import type { RequestOptions } from "../options.ts";
import type { GetRequestCode } from "./codes.ts";
import type { ListRequestsQuery } from "./queries.ts";

/** The log of the account's requests, accepted and refused. */
export class Requests {
  /** @internal */
  protected readonly core: Core;

  /** @internal */
  constructor(core: Core) {
    this.core = core;
  }

  /**
   * List requests.
   *
   * Returns the requests of the account, newest first: those with its API keys, those of the
   * person in the console, and those that were refused. They are written within a few seconds
   * and kept for 30 days. A key that is limited to some organizations sees the requests of keys
   * that are limited to the same organizations or to some of them. Costs one request.
   *
   * Needs the scope `requests:read`.
   *
   * @param query - What to return.
   * - `apiKeyId` (optional): Only requests with this API key.
   * - `actorType` (optional): Only requests of API keys, or only those of the person.
   * - `operation` (optional): Only requests of the operation with this `operationId`. At most
   *   100 characters.
   * - `statusClass` (optional): Only responses of this class of status.
   * - `code` (optional): Only requests that were refused with this code.
   * - `occurredAfter` (optional): Only requests from this moment on.
   * - `occurredBefore` (optional): Only requests before this moment.
   * - `limit` (optional): How many items to return at most. 1 to 500. Default: 100.
   * - `cursor` (optional): Where to go on; taken from the `Link` header of the page before,
   *   and opaque. 1 to 512 characters.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns A page of requests, newest first.
   */
  list(query?: ListRequestsQuery, options?: RequestOptions): List<LoggedRequest> {
    return new List(this.core, { path: "/requests", query }, options);
  }

  /**
   * Get a request.
   *
   * Returns a request of the account by its id. Costs one request.
   *
   * Needs the scope `requests:read`.
   *
   * @param requestId - The request's id, from its `X-Request-ID` header or an error's
   *   `requestId`.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns The request.
   */
  get(requestId: string, options?: RequestOptions): Call<LoggedRequest, GetRequestCode> {
    return this.core.call("GET", { path: "/requests/{requestId}", ids: [requestId] }, options);
  }
}
