import type { Sleep } from "./faults/damaged-body.ts";
import type { Override } from "./fetch-handler.ts";
import type { WorldSeed } from "./seed/world-seed.ts";
import type { WorldOptions } from "./world-options.ts";

/** How a mock is made. */
export interface MockOptions {
  /** What the first world begins with. */
  readonly first?: WorldOptions;
  /** What is in the first world when it begins. */
  readonly firstSeed?: WorldSeed | undefined;
  /** What holds exchanges to the contract: its validators, compiled ahead, or Prism. Default: `fast`. */
  readonly engine?: "fast" | "prism";
  /** A bundled OpenAPI document. Default: the one that the package carries. The engine `fast` knows no other. */
  readonly contract?: object;
  /** What worlds' clocks go with, in milliseconds since 1970. Default: `Date.now`. */
  readonly clock?: () => number;
  /** Waits in real time, where a fault asks for it. */
  readonly sleep?: Sleep;
  /** Answers in place of the API, which it may ask: its answers are held to the contract just the same. */
  readonly override?: Override | undefined;
  /**
   * Serves the console at `/console`, and signs each browser in with the first world's account. Needs a socket: a
   * port. Default: false.
   */
  readonly console?: boolean;
  /** How many worlds there may be. Default: 2,000; past them, the world that was used least recently is dropped. */
  readonly maxWorlds?: number;
}
