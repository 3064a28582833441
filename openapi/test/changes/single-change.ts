import type { Edit } from "../edit.ts";

export interface SingleChange {
  readonly title: string;
  /** What is done to the contract before it is the old one. */
  readonly before?: Edit;
  /** What is done to that, to make the new one. */
  readonly edit: Edit;
  /** Everything that is said of it. */
  readonly says: readonly string[];
}

// Where the changes are made.
export const get = "/paths/~1datasets~1{datasetId}/get";
export const list = "/paths/~1datasets/get";
export const create = "/paths/~1datasets/post";
export const schemas = "/components/schemas";
export const asked = `${schemas}/CreateDatasetRequest`;
export const told = `${schemas}/Dataset`;
export const response = "/components/responses/Dataset";
export const parameters = "/components/parameters";

// What is said of them.
export const refused = "requests that were accepted can be refused";
export const accepted = "more requests are accepted";
export const unexpected = "clients can meet what they do not expect";
export const fewer = "responses vary less than before";
export const ignore = "readers must ignore what they do not know";

// What is added.
export const text = { type: "string", description: "Some text." };
