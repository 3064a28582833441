import type { Verdict } from "../../diff/change.ts";
import type { Edit } from "../edit.ts";

/** One class of change, on the base document. */
export interface Case {
  readonly change: string;
  /** What our comparison says at worst. */
  readonly ours: Verdict;
  /** What is done to the base document before it is the old one. */
  readonly before?: Edit;
  /** What is done to that, to make the new one. */
  readonly edit: Edit;
}

export interface CaseGroup {
  readonly title: string;
  readonly cases: readonly Case[];
}

// Where the changes are made.
export const list = "/paths/~1pets/get";
export const create = "/paths/~1pets/post";
export const schemas = "/components/schemas";
export const pet = `${schemas}/Pet`;
export const newPet = `${schemas}/NewPet`;
export const schemes = "/components/securitySchemes";
