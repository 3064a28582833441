// Generated from the contract. Do not edit; run `npm run generate`.
import type { Studio } from "@sinkove/contract";
import type { Core } from "../core.ts";
import { List } from "../list.ts";
import type { RequestOptions } from "../options.ts";

export class Prints {
  /** @internal */
  protected readonly core: Core;

  /** @internal */
  constructor(core: Core) {
    this.core = core;
  }

  /**
   * List prints.
   *
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns It is so.
   */
  list(options?: RequestOptions): List<Studio> {
    return new List(this.core, { method: "GET", path: "/prints" }, options);
  }
}
