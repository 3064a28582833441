import type { RequestOptions } from "../options.ts";
import type { Given } from "../read-options.ts";

/**
 * A request to send. It contains no `Request`, because its streams and clones take time, and no `Headers`, because
 * every copy takes time.
 */
export interface Outgoing {
  readonly url: string;
  readonly method: string;
  /** Names are in lower case. The key is not included: it is added to each attempt. */
  readonly headers: HeaderRecord;
  readonly body?: string | undefined;
  /** The options of this call. */
  readonly options: Given<RequestOptions>;
  /** The id of the requested object. A response with another id is an error. */
  readonly id?: string | undefined;
  readonly reading: Reading;
}

/** How a response is read. */
export interface Reading {
  /** Leaves the body to the caller. A call sets this after the request was sent, but before the response arrives. */
  isUnread?: boolean;
  /** Whether a 204 is a success, as it always is for DELETE. */
  readonly mayBeEmpty?: boolean;
  /** Whether the operation is not in the contract, so that every JSON body is a success. */
  readonly isUntyped?: boolean;
  /** Whether the response is passed on unchanged, for `sinkove.http`. */
  readonly isRaw?: boolean;
}

export type HeaderRecord = Readonly<Record<string, string>>;
