// Generated from the contract. Do not edit; run `npm run generate`.
import type { Development, Film, FilmChanges, NewFilm, Status } from "@sinkove/contract";
import type { Call } from "../call.ts";
import type { Core } from "../core.ts";
import { List } from "../list.ts";
import type { RequestOptions } from "../options.ts";
import type {
  CreateFilmRollCode,
  DeleteFilmRollCode,
  DevelopFrameCode,
  GetFilmRollCode,
  UpdateFilmRollCode,
} from "./codes.ts";
import type { ListFilmRollsQuery } from "./queries.ts";

/** Rolls of film, with `frames`. */
export class FilmRolls {
  /** @internal */
  protected readonly core: Core;

  /** @internal */
  constructor(core: Core) {
    this.core = core;
  }

  /**
   * List rolls.
   *
   * Returns the rolls, newest first.
   *
   * A second paragraph, which ends a comment: *\/ and has a \ in it.
   *
   * Needs the scope `films:read`.
   *
   * @param query - What to return.
   * - `from` (optional): The first moment.
   * - `before` (optional): The last moment.
   * - `kind` (optional): Of this kind.
   * - `size` (optional): Of this size.
   * - `grain` (optional): Its grain. Default: "fine".
   * - `speeds` (optional): Of these speeds.
   * - `isColour`: In colour.
   * - `limit` (optional): How many a page has. 1 to 50. Default: 10.
   * - `cursor` (optional): Where to go on.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns It is so.
   */
  list(query: ListFilmRollsQuery, options?: RequestOptions): List<Film> {
    return new List(this.core, { method: "GET", path: "/film-rolls", query }, options);
  }

  /**
   * Make a roll.
   *
   * Needs the scopes `films:read` and `films:write`.
   *
   * @param body - The roll to make.
   * - `title` (optional): Its title. 1 to 20 characters.
   * - `studioId`: A UUID.
   * - `numFrames`: How many frames. 1 to 36.
   * - `tags` (optional): Its tags. At most 1 item. No item twice.
   * - `lens` (optional): Its lens.
   * - `expiresAt` (optional): Its end.
   * - `speed` (optional): Its speed.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns It is so.
   */
  create(body: NewFilm, options?: RequestOptions): Call<Film, CreateFilmRollCode> {
    return this.core.call({ method: "POST", path: "/film-rolls", body }, options);
  }

  /**
   * Get a roll.
   *
   * Needs the scope `films:read`.
   *
   * @param filmId - The id of a film.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns It is so.
   * @deprecated
   */
  get(filmId: string, options?: RequestOptions): Call<Film, GetFilmRollCode> {
    return this.core.call(
      { method: "GET", path: "/film-rolls/{filmId}", params: { filmId } },
      options,
    );
  }

  /**
   * Change a roll.
   *
   * Needs the scope `films:write`.
   *
   * @param filmId - The id of a film.
   * @param body - What to change.
   * - `title` (optional): Its title.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns It is so.
   */
  update(
    filmId: string,
    body: FilmChanges,
    options?: RequestOptions,
  ): Call<Film, UpdateFilmRollCode> {
    return this.core.call(
      { method: "PATCH", path: "/film-rolls/{filmId}", params: { filmId }, body },
      options,
    );
  }

  /**
   * Delete a roll.
   *
   * Needs the scope `films:write`.
   *
   * @param filmId - The id of a film.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns It is gone.
   */
  delete(filmId: string, options?: RequestOptions): Call<void, DeleteFilmRollCode> {
    return this.core.call(
      { method: "DELETE", path: "/film-rolls/{filmId}", params: { filmId } },
      options,
    );
  }

  /**
   * Develop a frame.
   *
   * Needs the scope `films:write`.
   *
   * @param filmId - The id of a film.
   * @param frameId - The id of a frame.
   * @param body - How to develop.
   * - `push` (optional): By how many stops. Default: 0.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns It is so.
   */
  developFrame(
    filmId: string,
    frameId: string,
    body?: Development,
    options?: RequestOptions,
  ): Call<Status, DevelopFrameCode> {
    return this.core.call(
      {
        method: "POST",
        path: "/film-rolls/{filmId}/frames/{frameId}/develop",
        params: { filmId, frameId },
        body,
      },
      options,
    );
  }
}
