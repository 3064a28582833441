// Generated from the contract. Do not edit; run `npm run generate`.

export type * from "./codes.ts";
export type * from "./queries.ts";
export type { FilmRolls } from "../resources/film-rolls.ts";
export type { Studios } from "./studios.ts";
export type { Prints } from "./prints.ts";
