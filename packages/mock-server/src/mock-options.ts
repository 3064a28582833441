import type { Sleep } from "./faults/damaged-body.ts";
import type { Override } from "./fetch-handler.ts";
import type { WorldSeed } from "./seed/world-seed.ts";
import type { WorldOptions } from "./world-options.ts";

/** Options of {@link createMock}. */
export interface MockOptions {
  /** Options of the first world. */
  readonly first?: WorldOptions;
  /** The initial contents of the first world. */
  readonly firstSeed?: WorldSeed | undefined;
  /** The validator of requests and responses: precompiled validators, or Prism. Default: `fast`, or `prism` with a `contract`. */
  readonly engine?: "fast" | "prism";
  /** A bundled OpenAPI document. Default: the contract in this package. The engine `fast` supports only that one. */
  readonly contract?: object;
  /**
   * The time that the clocks of the worlds follow, in milliseconds since 1970. Default: `Date.now()`, which fake timers
   * replace.
   */
  readonly clock?: () => number;
  /** Waits in real time for faults. Default: a timer. */
  readonly sleep?: Sleep;
  /** Handles requests instead of the API, and may call it. Its responses are validated like the API's. */
  readonly override?: Override | undefined;
  /**
   * Serves the console at `/console`, and signs each browser in with the first world's account. Requires a port.
   * Default: false.
   */
  readonly console?: boolean;
  /** The maximum number of worlds. Beyond it, the least recently used world is removed. Default: 2,000. */
  readonly maxWorlds?: number;
}
