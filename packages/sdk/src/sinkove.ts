import type { paths } from "@sinkove/contract";
import createClient, { type Client } from "openapi-fetch";

/** Where the API is, and with which key. */
export interface SinkoveOptions {
  /** The API key; by default the environment's `SINKOVE_API_KEY`. */
  readonly apiKey?: string;
  /** The API's address without `/v1`; by default the environment's `SINKOVE_API_URL`, or the service. */
  readonly baseUrl?: string;
}

/**
 * A client of the Sinkove API.
 *
 * @example
 * const sinkove = new Sinkove();
 * const { data, error } = await sinkove.http.GET("/datasets");
 */
export class Sinkove {
  /** Typed calls of every operation: `GET`, `POST` … with a path of the contract. */
  readonly http: Client<paths>;

  /** @throws {TypeError} if there is no key */
  constructor(options: SinkoveOptions = {}) {
    const apiKey = options.apiKey ?? fromEnvironment("SINKOVE_API_KEY");
    if (!apiKey) {
      throw new TypeError("There is no API key. Pass { apiKey }, or set SINKOVE_API_KEY.");
    }
    const baseUrl =
      options.baseUrl ?? fromEnvironment("SINKOVE_API_URL") ?? "https://api.sinkove.com";
    this.http = createClient<paths>({
      baseUrl: `${baseUrl.replace(/\/+$/, "")}/v1`,
      headers: { Authorization: `Bearer ${apiKey}` },
      fetch: (request) => globalThis.fetch(request),
    });
  }
}

function fromEnvironment(name: string): string | undefined {
  return globalThis.process?.env[name];
}
