// Generated from the contract. Do not edit; run `npm run generate`.

/** The error codes of `GET /status`. */
export type GetStatusCode = never;

/** The error codes of `GET /film-rolls`. */
export type ListFilmRollsCode = "INVALID";

/** The error codes of `POST /film-rolls`. */
export type CreateFilmRollCode = "TOO_POOR" | "BUSY" | "TWICE";

/** The error codes of `GET /film-rolls/{filmId}`. */
export type GetFilmRollCode = "NOT_FOUND";

/** The error codes of `PATCH /film-rolls/{filmId}`. */
export type UpdateFilmRollCode = never;

/** The error codes of `DELETE /film-rolls/{filmId}`. */
export type DeleteFilmRollCode = never;

/** The error codes of `POST /film-rolls/{filmId}/frames/{frameId}/develop`. */
export type DevelopFrameCode = never;

/** The error codes of `GET /studios`. */
export type ListStudiosCode = never;

/** The error codes of `GET /prints`. */
export type ListPrintsCode = "NOT_YOURS";
