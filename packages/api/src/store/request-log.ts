import type { ErrorCode } from "@sinkove/contract";
import type { ActorType, Moment, RequestRecord } from "./records.ts";
import type { ApiKeyFilter, PageRequest } from "./store.ts";

/** Which requests to list. A filter that is limited to some keys leaves out those of the person. */
export interface RequestFilter extends ApiKeyFilter {
  readonly apiKeyId?: string | undefined;
  readonly actorType?: ActorType | undefined;
  readonly operationId?: string | undefined;
  /** Such as `4xx`. */
  readonly statusClass?: string | undefined;
  readonly code?: ErrorCode | undefined;
  /** From this moment on. */
  readonly from: Moment;
  /** Up to but not including this moment. */
  readonly to?: Moment | undefined;
}

/** How much of the log is kept. The first limit that is reached applies. */
export interface Retention {
  /** Requests of all accounts from before this moment are deleted. */
  readonly before: Moment;
  /** The newest requests of each account that stay. */
  readonly rows: number;
}

/** Which clients to list: those of one key, in its requests from a moment on. */
export interface ClientFilter {
  readonly accountId: string;
  readonly apiKeyId: string;
  readonly from: Moment;
}

/** A client that has sent requests with a key, accepted or refused. */
export interface RequestClient {
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly requests: number;
  readonly lastSeenAt: Moment;
}

/** How many of a key's newest requests are searched for clients, because a busy key has millions. */
export const SEARCHED_REQUESTS = 10_000;
/** The most clients that are listed. */
export const MOST_CLIENTS = 50;

/** Reads of the request log by the API. The id of a request is a UUID of version 7 with its moment. */
export interface RequestLogReader {
  /** Newest first. */
  listRequests(filter: RequestFilter, page: PageRequest): Promise<RequestRecord[]>;
  findRequest(filter: ApiKeyFilter, id: string): Promise<RequestRecord | undefined>;
  /**
   * Those that were seen last first: at most {@link MOST_CLIENTS}, among the key's newest {@link SEARCHED_REQUESTS}
   * requests.
   */
  listClients(filter: ClientFilter): Promise<RequestClient[]>;
}

/** The storage of the request log. */
export interface RequestLogStore {
  /**
   * Adds requests, except those that already exist, and deletes some that are past their retention, all in one
   * transaction. It deletes requests of the same accounts; without requests to add, those of any account.
   *
   * @returns whether there may be more to delete
   */
  addRequests(requests: readonly RequestRecord[], retention: Retention): Promise<boolean>;
}

/** How many more requests a store deletes at once than it adds, so that the log shrinks to its limit under load. */
export const PURGED_REQUESTS = 100;
