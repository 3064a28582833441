import type {
  ApiKey,
  ApiKeyEvent,
  CreateApiKeyRequest,
  IssuedApiKey,
  QueryOf,
  RotateApiKeyRequest,
  UpdateApiKeyRequest,
  Usage,
} from "@sinkove/contract";
import type { Call } from "../call.ts";
import type { CodesOf, Core } from "../core.ts";
import { List } from "../list.ts";
import type { RequestOptions } from "../options.ts";

/** The API keys of your account. */
export class ApiKeys {
  readonly #core: Core;

  /** @internal */
  constructor(core: Core) {
    this.#core = core;
  }

  /**
   * Issues a key. Its `secret` is in this answer only: store it where secrets belong. Without
   * `scopes` it may do all that the key that creates it may do.
   */
  create(
    body: CreateApiKeyRequest,
    options?: RequestOptions,
  ): Call<IssuedApiKey, CodesOf<"createApiKey">> {
    return this.#core.call({ method: "POST", path: "/api-keys", body }, options);
  }

  /** All keys, newest first, with those that are revoked or expired. */
  list(query: QueryOf<"listApiKeys"> = {}, options?: RequestOptions): List<ApiKey> {
    return new List(this.#core, { method: "GET", path: "/api-keys", query }, options);
  }

  /** A key, without its secret. */
  get(apiKeyId: string, options?: RequestOptions): Call<ApiKey, CodesOf<"getApiKey">> {
    const path = "/api-keys/{apiKeyId}";
    return this.#core.call({ method: "GET", path, params: { apiKeyId } }, options);
  }

  /** Changes a key's name, scopes, organizations or expiry; `enabled: false` switches it off. */
  update(
    apiKeyId: string,
    body: UpdateApiKeyRequest,
    options?: RequestOptions,
  ): Call<ApiKey, CodesOf<"updateApiKey">> {
    const path = "/api-keys/{apiKeyId}";
    return this.#core.call({ method: "PATCH", path, params: { apiKeyId }, body }, options);
  }

  /**
   * Issues a key's successor, whose `secret` is in this answer only. The old key works on until
   * `gracePeriodSeconds` (default: a day) have passed.
   */
  rotate(
    apiKeyId: string,
    body: RotateApiKeyRequest = {},
    options?: RequestOptions,
  ): Call<IssuedApiKey, CodesOf<"rotateApiKey">> {
    const path = "/api-keys/{apiKeyId}/rotate";
    return this.#core.call({ method: "POST", path, params: { apiKeyId }, body }, options);
  }

  /** Revokes a key, for good. When this resolves, no request is accepted with it. */
  revoke(apiKeyId: string, options?: RequestOptions): Call<ApiKey, CodesOf<"revokeApiKey">> {
    const path = "/api-keys/{apiKeyId}/revoke";
    return this.#core.call({ method: "POST", path, params: { apiKeyId } }, options);
  }

  /** How many requests were made with a key. */
  usage(
    apiKeyId: string,
    query: QueryOf<"getApiKeyUsage"> = {},
    options?: RequestOptions,
  ): Call<Usage, CodesOf<"getApiKeyUsage">> {
    const path = "/api-keys/{apiKeyId}/usage";
    return this.#core.call({ method: "GET", path, params: { apiKeyId }, query }, options);
  }

  /** What happened to a key: who issued, changed, rotated or revoked it, and when. */
  events(
    apiKeyId: string,
    query: QueryOf<"listApiKeyEvents"> = {},
    options?: RequestOptions,
  ): List<ApiKeyEvent> {
    const path = "/api-keys/{apiKeyId}/events";
    return new List(this.#core, { method: "GET", path, params: { apiKeyId }, query }, options);
  }
}
