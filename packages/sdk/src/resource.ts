import type { Core } from "./core.ts";

/** A group of operations, such as `sinkove.datasets`. */
export class Resource {
  /** @internal */
  protected readonly core: Core;

  /** @internal */
  constructor(core: Core) {
    this.core = core;
  }
}
