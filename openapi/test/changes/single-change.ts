import type { Edit } from "../edit.ts";

export interface SingleChange {
  readonly title: string;
  /** The edit that turns the contract into the old document. */
  readonly before?: Edit;
  /** The edit that turns the old document into the new one. */
  readonly edit: Edit;
  /** All messages of the report. */
  readonly says: readonly string[];
}

// Locations of the changes.
export const get = "/paths/~1datasets~1{datasetId}/get";
export const list = "/paths/~1datasets/get";
export const create = "/paths/~1datasets/post";
export const schemas = "/components/schemas";
export const asked = `${schemas}/CreateDatasetRequest`;
export const told = `${schemas}/Dataset`;
export const response = "/components/responses/Dataset";
export const parameters = "/components/parameters";

// Parts of the messages.
export const refused = "requests that were accepted can be refused";
export const accepted = "more requests are accepted";
export const unexpected = "clients can get values that they do not expect";
export const fewer = "responses have fewer possible values";
export const ignore = "clients must ignore what they do not know";

// Added values.
export const text = { type: "string", description: "Some text." };
