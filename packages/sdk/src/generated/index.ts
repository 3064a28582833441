// Generated from the contract. Do not edit; run `npm run generate`.

export type { Datasets } from "../resources/datasets.ts";
export type { ApiKeys } from "./api-keys.ts";
export type * from "./bodies.ts";
export type * from "./codes.ts";
export type { Invitations } from "./invitations.ts";
export type { Members } from "./members.ts";
export type { Models } from "./models.ts";
export type { Organizations } from "./organizations.ts";
export type * from "./queries.ts";
export type { Requests } from "./requests.ts";
export type { WebhookEndpoints } from "./webhook-endpoints.ts";
