// Generated from the contract. Do not edit; run `npm run generate`.
import type {
  ApiKey,
  ApiKeyAdvice,
  ApiKeyEvent,
  IssuedApiKey,
  RevokedApiKey,
  Usage,
} from "@sinkove/contract";
import type { Call } from "../call.ts";
import type { Core } from "../core.ts";
import { List } from "../list.ts";
import type { RequestOptions } from "../options.ts";
import type {
  CreateApiKeyBody,
  RevokeApiKeyBody,
  RotateApiKeyBody,
  UpdateApiKeyBody,
} from "./bodies.ts";
import type {
  CreateApiKeyCode,
  GetApiKeyAdviceCode,
  GetApiKeyCode,
  GetApiKeyUsageCode,
  RevokeApiKeyCode,
  RotateApiKeyCode,
  UpdateApiKeyCode,
} from "./codes.ts";
import type { GetApiKeyUsageQuery, ListApiKeyEventsQuery, ListApiKeysQuery } from "./queries.ts";

/** Issue, inspect, rotate and revoke the keys of your account. */
export class ApiKeys {
  /** @internal */
  protected readonly core: Core;

  /** @internal */
  constructor(core: Core) {
    this.core = core;
  }

  /**
   * List the account's API keys.
   *
   * Returns the API keys of the account, newest first, including those that are disabled,
   * expired or revoked, and never a secret. A key that is limited to some organizations sees
   * only keys that are limited to the same organizations or to some of them. Costs one request.
   *
   * Needs the scope `api_keys:read`.
   *
   * @param query - What to return.
   * - `limit` (optional): How many items to return at most. 1 to 500. Default: 100.
   * - `cursor` (optional): Where to go on; taken from the `Link` header of the page before,
   *   and opaque. 1 to 512 characters.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns API keys, newest first, those that no longer work among them.
   */
  list(query?: ListApiKeysQuery, options?: RequestOptions): List<ApiKey> {
    return new List(this.core, { path: "/api-keys", query }, options);
  }

  /**
   * Issue an API key.
   *
   * Issues a key and returns its secret, this once. Without `scopes` the new key may do
   * everything that the presented key may do. The new key cannot have a scope or an organization
   * that the presented key does not have, and cannot outlive it. A key that was rotated cannot
   * create keys. All keys of the account share its rate limit; a key may have a smaller limit of
   * its own. An account has at most 500 keys that are neither revoked nor expired. Costs one
   * request.
   *
   * Needs the scope `api_keys:write`.
   *
   * @param body - The key to issue.
   * - `name`: What the key is for, in your own words; one key per application. No control
   *   characters, not blank. 1 to 100 characters.
   * - `scopes` (optional): What the new key may do. If absent, everything that the presented
   *   key may do. At least 1 item. No item twice.
   * - `organizationIds` (optional): The organizations to limit the new key to. If absent or
   *   null, those of the presented key. 1 to 100 items. No item twice.
   * - `expiresAt` (optional): When the key stops working, in the future and no later than the
   *   presented key. If absent or null, when the presented key stops working.
   * - `rateLimit` (optional): A limit of the new key's own. If absent or null, that of the
   *   presented key, which usually has none.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns The new API key with its secret, which is shown this once.
   */
  create(body: CreateApiKeyBody, options?: RequestOptions): Call<IssuedApiKey, CreateApiKeyCode> {
    return this.core.call("POST", { path: "/api-keys", body }, options);
  }

  /**
   * Get an API key.
   *
   * Returns an API key of the account, without its secret. A key that is limited to some
   * organizations reaches only keys that are limited to the same organizations or to some of
   * them. Costs one request.
   *
   * Needs the scope `api_keys:read`.
   *
   * @param apiKeyId - The API key's id.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns The API key.
   */
  get(apiKeyId: string, options?: RequestOptions): Call<ApiKey, GetApiKeyCode> {
    return this.core.call("GET", { path: "/api-keys/{apiKeyId}", ids: [apiKeyId] }, options);
  }

  /**
   * Change an API key.
   *
   * Changes the members that are sent and leaves the others as they are. Rights that are taken
   * away are refused as soon as the response is sent.
   *
   * If the change widens the key (its scopes, its organizations, its lifetime, or by enabling
   * it), the presented key must hold everything that the key has after the change. That is each
   * of its scopes, in each of its organizations, until its `expiresAt`. `organizationIds: null`
   * includes organizations that the account joins later, so it is more than any list. Renaming,
   * narrowing and disabling a key need no such rights. A revoked key cannot be changed, and a
   * key that was rotated cannot change keys. Costs one request.
   *
   * Needs the scope `api_keys:write`.
   *
   * @param apiKeyId - The API key's id.
   * @param body - The members to change; those that are absent stay as they are.
   * - `name` (optional): What the key is for, in your own words; one key per application. No
   *   control characters, not blank. 1 to 100 characters.
   * - `enabled` (optional): False refuses the key until it is set to true again.
   * - `scopes` (optional): What the key may do. At least 1 item. No item twice.
   * - `organizationIds` (optional): The organizations that the key is limited to. Null means
   *   all organizations of the account, including those that it joins later. 1 to 100 items. No
   *   item twice.
   * - `expiresAt` (optional): When the key stops working; a moment in the past stops it at
   *   once; null for never.
   * - `rateLimit` (optional): A limit for this key, beside the account's, so that one program
   *   cannot use up what the others share. The key's successor and the keys that it makes count
   *   against the same limit. It must not allow more requests per second than the account's. A
   *   key with a limit of its own can lower limits only. Null for no limit but the account's.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns The API key as it is now.
   */
  update(
    apiKeyId: string,
    body: UpdateApiKeyBody,
    options?: RequestOptions,
  ): Call<ApiKey, UpdateApiKeyCode> {
    return this.core.call(
      "PATCH",
      { path: "/api-keys/{apiKeyId}", ids: [apiKeyId], body },
      options,
    );
  }

  /**
   * Rotate an API key.
   *
   * Issues a successor with the same name, scopes, organizations and rate limit, and returns its
   * secret, this once. The successor lives as long as the old key was to live, but never beyond
   * the `expiresAt` of the presented key: a key that rotates itself does not prolong its own
   * life. The presented key must hold everything that the old key has.
   *
   * The old key keeps working for `gracePeriodSeconds`. Until then its responses carry
   * `Deprecation` and `Sunset`, and it cannot create, change, rotate or revoke keys. If the
   * account has 500 keys that are neither revoked nor expired, only a rotation with
   * `gracePeriodSeconds: 0` is possible, because the old key makes room at once. Costs one
   * request.
   *
   * Needs the scope `api_keys:write`.
   *
   * @param apiKeyId - The API key's id.
   * @param body - How to hand over from the old key to its successor.
   * - `gracePeriodSeconds` (optional): How many seconds the old key keeps working beside its
   *   successor, from 0 to 30 days, but not beyond its own `expiresAt`. 0 to 2592000. Default:
   *   86400.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns The new API key with its secret, which is shown this once.
   */
  rotate(
    apiKeyId: string,
    body?: RotateApiKeyBody,
    options?: RequestOptions,
  ): Call<IssuedApiKey, RotateApiKeyCode> {
    return this.core.call(
      "POST",
      { path: "/api-keys/{apiKeyId}/rotate", ids: [apiKeyId], body },
      options,
    );
  }

  /**
   * Revoke an API key.
   *
   * Revokes a key permanently. No request with it is accepted after the response is sent, and
   * download URLs that it made stop working. The key stays listed, with its usage and events. A
   * key may revoke itself, unless it was rotated.
   *
   * With `descendants: true`, the keys that it created are revoked with it, and the keys that
   * those created, and the successors of each; `revokedDescendants` lists them. All are revoked
   * together or, if the presented key does not reach one of them, none is. A key that was
   * already revoked can be sent again with `descendants: true`. Costs one request.
   *
   * Needs the scope `api_keys:write`.
   *
   * @param apiKeyId - The API key's id.
   * @param body - What to revoke besides the key itself.
   * - `descendants` (optional): Whether to revoke the key's descendants as well: the keys that
   *   it created, the keys that those created and so on, and the successors of each. Default:
   *   false.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns The API key, revoked, with the keys that were revoked with it. All of them are
   *   refused from now on.
   */
  revoke(
    apiKeyId: string,
    body?: RevokeApiKeyBody,
    options?: RequestOptions,
  ): Call<RevokedApiKey, RevokeApiKeyCode> {
    return this.core.call(
      "POST",
      { path: "/api-keys/{apiKeyId}/revoke", ids: [apiKeyId], body },
      options,
    );
  }

  /**
   * Get an API key's usage.
   *
   * Returns how many requests were made with a key, by hour or day, by class of status and by
   * operation. Counts may lag by a few seconds. A key that is limited to some organizations
   * reaches only keys that are limited to the same organizations or to some of them. Costs one
   * request.
   *
   * Needs the scope `usage:read`.
   *
   * @param apiKeyId - The API key's id.
   * @param query - What to return.
   * - `from` (optional): The first moment to count, rounded down to the interval. Without it,
   *   24 hours before `to` for hours, 30 days before it for days.
   * - `to` (optional): The moment to count up to, rounded up to the interval. Without it, now.
   *   At most 744 intervals after `from`.
   * - `interval` (optional): The length of a bucket. Default: "day".
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns Requests over time.
   */
  usage(
    apiKeyId: string,
    query?: GetApiKeyUsageQuery,
    options?: RequestOptions,
  ): Call<Usage, GetApiKeyUsageCode> {
    return this.core.call(
      "GET",
      { path: "/api-keys/{apiKeyId}/usage", ids: [apiKeyId], query },
      options,
    );
  }

  /**
   * List what happened to an API key.
   *
   * Returns the changes of a key, newest first: what changed, when, and by which key and
   * request. A key that is limited to some organizations reaches only keys that are limited to
   * the same organizations or to some of them. Costs one request.
   *
   * Needs the scope `api_keys:read`.
   *
   * @param apiKeyId - The API key's id.
   * @param query - What to return.
   * - `limit` (optional): How many items to return at most. 1 to 500. Default: 100.
   * - `cursor` (optional): Where to go on; taken from the `Link` header of the page before,
   *   and opaque. 1 to 512 characters.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns What happened to the API key, newest first.
   */
  events(
    apiKeyId: string,
    query?: ListApiKeyEventsQuery,
    options?: RequestOptions,
  ): List<ApiKeyEvent> {
    return new List(
      this.core,
      { path: "/api-keys/{apiKeyId}/events", ids: [apiKeyId], query },
      options,
    );
  }

  /**
   * Get advice on an API key.
   *
   * Returns what the use of a key in the last 30 days says about it: the scopes that it did not
   * need, the clients that use it, and whether a rotation can be ended. Requests may be missing
   * for a few seconds. A key that is limited to some organizations reaches only keys that are
   * limited to the same organizations or to some of them. Costs one request.
   *
   * Needs the scopes `api_keys:read` and `requests:read`.
   *
   * @param apiKeyId - The API key's id.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns What the use of the key says about it.
   */
  advice(apiKeyId: string, options?: RequestOptions): Call<ApiKeyAdvice, GetApiKeyAdviceCode> {
    return this.core.call("GET", { path: "/api-keys/{apiKeyId}/advice", ids: [apiKeyId] }, options);
  }
}
