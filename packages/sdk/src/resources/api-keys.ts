import type {
  ApiKey,
  ApiKeyEvent,
  CreateApiKeyRequest,
  IssuedApiKey,
  QueryOf,
  RevokeApiKeyRequest,
  RevokedApiKey,
  RotateApiKeyRequest,
  UpdateApiKeyRequest,
  Usage,
} from "@sinkove/contract";
import type { Call } from "../call.ts";
import type { CodesOf, Core, Operation } from "../core.ts";
import { List } from "../list.ts";
import type { RequestOptions } from "../options.ts";

/** Options of `apiKeys.revoke`. */
export interface RevokeOptions extends RequestOptions, RevokeApiKeyRequest {}

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
    return this.#core.call(at("GET", "", apiKeyId), options);
  }

  /** Changes a key's name, scopes, organizations or expiry; `enabled: false` switches it off. */
  update(
    apiKeyId: string,
    body: UpdateApiKeyRequest,
    options?: RequestOptions,
  ): Call<ApiKey, CodesOf<"updateApiKey">> {
    return this.#core.call({ ...at("PATCH", "", apiKeyId), body }, options);
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
    return this.#core.call({ ...at("POST", "/rotate", apiKeyId), body }, options);
  }

  /**
   * Revokes a key permanently. When this resolves, no request is accepted with it.
   *
   * @example
   * // Also revokes the keys that it created, and those that these created.
   * const { revokedDescendants } = await sinkove.apiKeys.revoke(id, { descendants: true });
   */
  revoke(apiKeyId: string, options?: RevokeOptions): Call<RevokedApiKey, CodesOf<"revokeApiKey">> {
    const body = options?.descendants ? { descendants: true } : undefined;
    return this.#core.call({ ...at("POST", "/revoke", apiKeyId), body }, options);
  }

  /** How many requests were made with a key. */
  usage(
    apiKeyId: string,
    query: QueryOf<"getApiKeyUsage"> = {},
    options?: RequestOptions,
  ): Call<Usage, CodesOf<"getApiKeyUsage">> {
    return this.#core.call({ ...at("GET", "/usage", apiKeyId), query }, options);
  }

  /** What happened to a key: who issued, changed, rotated or revoked it, and when. */
  events(
    apiKeyId: string,
    query: QueryOf<"listApiKeyEvents"> = {},
    options?: RequestOptions,
  ): List<ApiKeyEvent> {
    return new List(this.#core, { ...at("GET", "/events", apiKeyId), query }, options);
  }
}

function at(
  method: Operation["method"],
  below: "" | "/events" | "/revoke" | "/rotate" | "/usage",
  apiKeyId: string,
): Operation {
  return { method, path: `/api-keys/{apiKeyId}${below}`, params: { apiKeyId } };
}
