// Generated from the contract. Do not edit; run `npm run generate`.
import type { Kind } from "@sinkove/contract";

/** The query of `GET /film-rolls`. */
export interface ListFilmRollsQuery {
  /** The first moment. */
  readonly from?: string | Date | undefined;
  /** The last moment. */
  readonly before?: string | Date | undefined;
  /** Of this kind. */
  readonly kind?: Kind | undefined;
  /** Of this size. */
  readonly size?: "small" | "large" | undefined;
  /** Its grain. Default: "fine". */
  readonly grain?: Kind | undefined;
  /** Of these speeds. */
  readonly speeds?: readonly number[] | undefined;
  /** In colour. */
  readonly isColour: boolean;
  /** How many a page has. 1 to 50. Default: 10. */
  readonly limit?: number | undefined;
  /** Where to go on. */
  readonly cursor?: string | undefined;
}

/** The query of `GET /studios`. */
export interface ListStudiosQuery {
  /** How many a page has. 1 to 50. Default: 10. */
  readonly limit?: number | undefined;
  /** Where to go on. */
  readonly cursor?: string | undefined;
}
