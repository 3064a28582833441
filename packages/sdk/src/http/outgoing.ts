import type { RequestOptions } from "../options.ts";

/**
 * A request that is to be sent: no `Request`, whose streams and clones cost time, and no `Headers`,
 * of which every copy costs some.
 */
export interface Outgoing {
  readonly url: string;
  readonly method: string;
  /** By names in lower case. The key is not among them: it is added to each attempt. */
  readonly headers: HeaderRecord;
  readonly body?: string | undefined;
  /** The options of this one call. */
  readonly options: RequestOptions;
  /** The id of the object that is asked for: another one in the answer is an error. */
  readonly id?: string | undefined;
  /** Whether whatever comes back is to be handed on as it is, for `sinkove.http`. */
  readonly isRaw?: boolean;
  readonly reading?: Reading | undefined;
}

/** How the body of a success is read. */
export interface Reading {
  /** Leave it to the caller. A call decides it after the request was sent, before a response comes. */
  isUnread?: boolean;
  /** A 204 is a success whatever the method is. */
  readonly mayBeEmpty?: boolean;
}

export type HeaderRecord = Readonly<Record<string, string>>;
