import type { Scope } from "@sinkove/contract";

/** All scopes with a description, in the order of the form. */
export const SCOPES: readonly { readonly id: Scope; readonly text: string }[] = [
  { id: "datasets:read", text: "List, inspect and download datasets" },
  { id: "datasets:write", text: "Request and delete datasets; this spends credits" },
  { id: "models:read", text: "List and inspect models" },
  { id: "usage:read", text: "Read the number of requests" },
  { id: "requests:read", text: "Read the log of requests" },
  { id: "organizations:read", text: "List and inspect organizations" },
  { id: "organizations:write", text: "Create, rename and delete organizations" },
  { id: "members:read", text: "List members and open invitations" },
  { id: "members:write", text: "Invite people, change their roles and remove them" },
  { id: "webhooks:read", text: "See webhook endpoints and their deliveries" },
  {
    id: "webhooks:write",
    text: "Create, change and delete webhook endpoints, and send deliveries again",
  },
  { id: "api_keys:read", text: "See API keys and what happened to them" },
  { id: "api_keys:write", text: "Issue, change, rotate and revoke API keys" },
];
