// Generated from the contract. Do not edit; run `npm run generate`.
import type { Studio } from "@sinkove/contract";
import type { Core } from "../core.ts";
import { List } from "../list.ts";
import type { RequestOptions } from "../options.ts";
import { Prints } from "./prints.ts";
import type { ListStudiosQuery } from "./queries.ts";

/** Who has films. */
export class Studios {
  /** @internal */
  protected readonly core: Core;

  /** @internal */
  constructor(core: Core) {
    this.core = core;
  }

  /**
   * List studios.
   *
   * @param query - What to return.
   * - `limit` (optional): How many a page has. 1 to 50. Default: 10.
   * - `cursor` (optional): Where to go on.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns It is so.
   */
  list(query?: ListStudiosQuery, options?: RequestOptions): List<Studio> {
    return new List(this.core, { method: "GET", path: "/studios", query }, options);
  }

  /**
   * The prints of one of the studios: the same methods as `sinkove.prints`.
   *
   * @param studioId - The id of a studio.
   */
  prints(studioId: string): Prints {
    return new Prints(this.core.within("/studios/{studioId}", { studioId }));
  }
}
