import type { Core, Operation } from "./core.ts";
import { ArgumentError, ResponseError } from "./errors/client-errors.ts";
import type { Answer } from "./http/answer.ts";
import { judged } from "./http/arguments.ts";
import { numberOf } from "./http/retry-timing.ts";
import type { RequestOptions } from "./options.ts";
import { readOptions } from "./read-options.ts";
import { type Settled, settled } from "./settled.ts";

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Pass it as `cursor` to get the next page; undefined on the last. */
  readonly nextCursor: string | undefined;
  /** The total number of items, if the server sends it. */
  readonly totalCount: number | undefined;
  readonly response: Response;
}

/** Bounds of {@link List.all}. */
export interface AllOptions {
  /** The most items to hold in memory. Default: 10,000. */
  readonly max?: number | undefined;
}

/**
 * A list that is fetched page by page while you read it. No request is sent before that. `await` returns the first
 * page.
 *
 * @example
 * for await (const dataset of sinkove.datasets.list({ state: "READY" })) console.log(dataset.id);
 * @example
 * const { items, nextCursor } = await sinkove.datasets.list({ limit: 10 });
 */
export class List<T> implements AsyncIterable<T>, PromiseLike<Page<T>> {
  readonly #query: object | undefined;
  readonly #send: (query: object | undefined) => Promise<Answer>;

  /** @internal */
  constructor(core: Core, operation: Operation, options?: RequestOptions) {
    this.#query = operation.query;
    this.#send = (query) => core.send("GET", { ...operation, query }, options);
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaited is what it is for.
  then<A = Page<T>, B = never>(
    onPage?: ((page: Page<T>) => A | PromiseLike<A>) | null,
    onError?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.page().then(onPage, onError);
  }

  /** The page that the query names: the first, unless it has a `cursor`. */
  page(): Promise<Page<T>> {
    return this.#fetch(this.#query);
  }

  /**
   * The page that the query names. Returns errors of this package as `error` instead of throwing
   * them.
   */
  safe(): Promise<Settled<Page<T>>> {
    return settled(this.page());
  }

  /** Every item, in memory. Throws an `ArgumentError` when there are more than `max`. */
  async all(options?: AllOptions): Promise<T[]> {
    const { max = 10_000 } = readOptions(options);
    const items: T[] = [];
    for await (const item of this) {
      if (!(items.length < max)) {
        throw new ArgumentError(`There are more than ${max} items. Raise max, or use for await.`);
      }
      items.push(item);
    }
    return items;
  }

  /** Follows `Link` (RFC 8288) from page to page. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    const seen = new Set<string>();
    let query = this.#query;
    while (true) {
      const { items, nextCursor, response } = await this.#fetch(query);
      yield* items;
      if (nextCursor === undefined) return;
      if (seen.has(nextCursor)) {
        throw new ResponseError("The pages of the list form a loop.", response);
      }
      seen.add(nextCursor);
      query = judged(() => ({ ...query, cursor: nextCursor }));
    }
  }

  async #fetch(query: object | undefined): Promise<Page<T>> {
    const { body, response } = await this.#send(query);
    if (!Array.isArray(body)) throw new ResponseError("The response is not a list.", response);
    return {
      items: body,
      nextCursor: nextCursorOf(response.headers.get("link")),
      totalCount: numberOf(response.headers.get("x-total-count")),
      response,
    };
  }
}

/** Matches in linear time: each part begins with a character that the part before it excludes. */
const NEXT = /<[^<>?#]*(\?[^<>#]*)?(#[^<>]*)?>[^<]*;\s*rel="?([^";,]*\s)?next(["\s;,]|$)/i;

/**
 * Only the cursor of the link is used, so that no response can make the client send the key
 * elsewhere.
 */
function nextCursorOf(link: string | null): string | undefined {
  const next = NEXT.exec(link ?? "");
  return new URLSearchParams(next?.[1]).get("cursor") ?? undefined;
}
