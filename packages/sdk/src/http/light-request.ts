import type { RequestOptions } from "../options.ts";

/** What openapi-fetch makes of a call: a `Request` without the streams and clones that cost time. */
export class LightRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly signal: AbortSignal | undefined;
  /** The options of this one call. */
  readonly options: RequestOptions;
  /** Whether an error status is an answer to hand on, as `sinkove.http` does, and not to throw. */
  readonly isRaw: boolean;

  constructor(url: string, init: LightRequestInit) {
    this.url = url;
    this.method = init.method;
    this.headers = init.headers;
    this.body = init.body;
    const { headers: _, ...raw } = init;
    this.options = init.sinkove ?? raw;
    this.signal = this.options.signal;
    this.isRaw = !init.sinkove;
  }
}

/** What openapi-fetch passes to the constructor of a request. */
export interface LightRequestInit extends Omit<RequestOptions, "headers"> {
  readonly method: string;
  readonly headers: Headers;
  readonly body?: string;
  /** Marks a call of the client's own methods. */
  readonly sinkove?: RequestOptions;
}
