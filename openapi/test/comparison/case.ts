import type { Verdict } from "../../diff/change.ts";
import type { Edit } from "../edit.ts";

/** One class of change to the base document. */
export interface Case {
  readonly change: string;
  /** The worst verdict of our comparison. */
  readonly ours: Verdict;
  /** The edit that turns the base document into the old one. */
  readonly before?: Edit;
  /** The edit that turns the old document into the new one. */
  readonly edit: Edit;
}

export interface CaseGroup {
  readonly title: string;
  readonly cases: readonly Case[];
}

// Locations of the changes.
export const list = "/paths/~1pets/get";
export const create = "/paths/~1pets/post";
export const schemas = "/components/schemas";
export const pet = `${schemas}/Pet`;
export const newPet = `${schemas}/NewPet`;
export const schemes = "/components/securitySchemes";
