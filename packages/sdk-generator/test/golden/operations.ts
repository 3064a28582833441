// Generated from the contract. Do not edit; run `npm run generate`.
import type { Status } from "@sinkove/contract";
import type { Call } from "../call.ts";
import type { Core } from "../core.ts";
import type { RequestOptions } from "../options.ts";
import { FilmRolls } from "../resources/film-rolls.ts";
import type { GetStatusCode } from "./codes.ts";
import { Prints } from "./prints.ts";
import { Studios } from "./studios.ts";

/** The operations of the API: what a client consists of. */
export class Operations {
  /** Rolls of film, with `frames`. */
  readonly filmRolls: FilmRolls;
  /** Who has films. */
  readonly studios: Studios;

  readonly prints: Prints;
  /** @internal */
  protected readonly core: Core;

  /** @internal */
  constructor(core: Core) {
    this.core = core;
    this.filmRolls = new FilmRolls(core);
    this.studios = new Studios(core);
    this.prints = new Prints(core);
  }

  /**
   * Tell how things are.
   *
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns It is so.
   */
  status(options?: RequestOptions): Call<Status, GetStatusCode> {
    return this.core.call({ method: "GET", path: "/status" }, options);
  }
}
