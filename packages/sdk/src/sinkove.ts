import type { Call } from "./call.ts";
import { Core, type HttpClient, type Method, type Operation, type UntypedRequest } from "./core.ts";
import { nodeVersion, readEnvironment } from "./environment.ts";
import { ConfigurationError } from "./errors/client-errors.ts";
import { Operations } from "./generated/operations.ts";
import { checkedHeaders, refuseApiKey } from "./http/arguments.ts";
import { systemRuntime } from "./http/clock.ts";
import { createFetch } from "./http/fetch.ts";
import { createObserver } from "./http/observe.ts";
import type { HeaderRecord } from "./http/outgoing.ts";
import { createGate, type RateLimitStatus } from "./http/rate-limit.ts";
import type { Wire } from "./http/wire.ts";
import { createHttpClient } from "./http-client.ts";
import { createKeyHolder } from "./key.ts";
import { limitsOf } from "./limits.ts";
import type { SinkoveOptions } from "./options.ts";
import { readOptions } from "./read-options.ts";
import { VERSION } from "./version.ts";

const DEFAULT_BASE_URL = "https://api.sinkove.com/v1";

/**
 * A client of the Sinkove API. One per program is enough. Its requests share the state of the rate
 * limit.
 *
 * @throws ConfigurationError if the key cannot be valid. The message says why, without the key.
 * @example
 * const sinkove = new Sinkove(); // SINKOVE_API_KEY, SINKOVE_API_URL
 * for await (const dataset of sinkove.datasets.list({ state: "READY" })) console.log(dataset.id);
 */
export class Sinkove extends Operations {
  /** The base URL, without a trailing slash. */
  readonly baseUrl: string;
  /**
   * The low-level client (openapi-fetch), with every path of the contract. Errors are values.
   * Retries and time limits apply.
   *
   * @example
   * const { data, error } = await sinkove.http.GET("/datasets");
   */
  readonly http: HttpClient;
  readonly #options: SinkoveOptions;

  constructor(given: SinkoveOptions = {}) {
    if (typeof given !== "object") throw new ConfigurationError("Pass options: { apiKey }.");
    const options = readOptions(given);
    const url = parseBaseUrl(options.baseUrl ?? readEnvironment("SINKOVE_API_URL"));
    const key = createKeyHolder(options, url);
    const runtime = options.runtime ?? systemRuntime;
    const wire: Wire = {
      ...key,
      runtime,
      baseUrl: url.href.replace(/\/+$/, ""),
      headers: headersOf(options),
      limits: limitsOf(options),
      fetch: createFetch(options.fetch, options.fetchOptions),
      observer: createObserver(options, key.clean),
      gate: createGate(runtime),
    };
    super(new Core(wire));
    this.#options = options;
    this.baseUrl = wire.baseUrl;
    this.http = createHttpClient(wire);
  }

  /**
   * Returns a client with other options. Options that are absent or `undefined` stay the same. Both clients share the
   * state of the rate limit, unless the new one has another key or URL.
   *
   * @example
   * const patient = sinkove.withOptions({ timeout: 300_000, maxRetries: 5 });
   */
  withOptions(given: SinkoveOptions): Sinkove {
    const options = readOptions(given);
    const client = new Sinkove({ ...this.#options, ...options });
    if (!options.apiKey && !options.baseUrl) client.core.wire.gate = this.core.wire.gate;
    return client;
  }

  /**
   * Sends a request for which this package has no method, such as one of a newer API, with the same
   * retries, limits and errors. A 204 gives `undefined`.
   *
   * @example
   * await sinkove.request("GET", "/models/{modelId}", { params: { modelId }, query: { limit: 5 } });
   */
  request<T = unknown>(method: string, path: string, options?: UntypedRequest): Call<T, string> {
    // The casts are safe because the transport does not depend on the types, which only list the contract's operations.
    const reading = { isUntyped: true, mayBeEmpty: true };
    return this.core.call(method as Method, { path: path as Operation["path"] }, options, reading);
  }

  /** The rate limit according to the last response. Undefined before the first one. */
  get rateLimit(): RateLimitStatus | undefined {
    return this.core.wire.gate.rateLimit;
  }
}

function parseBaseUrl(text: string = DEFAULT_BASE_URL): URL {
  refuseApiKey("baseUrl", text);
  if (typeof text === "string" && /^https?:\/\/[^@?#]+$/i.test(text) && URL.canParse(text))
    return new URL(text);
  // The message does not repeat the URL, because it may contain a password.
  throw new ConfigurationError(
    `baseUrl (SINKOVE_API_URL) must be like ${DEFAULT_BASE_URL}: no user, no query.`,
  );
}

function headersOf({ headers }: SinkoveOptions): HeaderRecord {
  const node = nodeVersion();
  return {
    accept: "application/json, application/problem+json",
    // Browsers set it themselves.
    ...(node && { "user-agent": `sinkove-sdk-typescript/${VERSION} (node/${node})` }),
    ...(headers && checkedHeaders(headers)),
  };
}
