import type { Actor } from "@sinkove/contract";
import type { Principal } from "../access/authentication.ts";

/** Who did something: a key or a person; null if neither did. */
export function actorOf(apiKeyId: string | null, accountId: string | null): Actor | null {
  if (apiKeyId !== null) return { type: "api_key", id: apiKeyId };
  return accountId === null ? null : { type: "person", id: accountId };
}

/** Who creates something, as a record names it: the presented key, or the person who is signed in. */
export function creatorIn({ account, apiKey }: Principal): {
  readonly createdByApiKeyId: string | null;
  readonly createdByAccountId: string | null;
} {
  return {
    createdByApiKeyId: apiKey?.id ?? null,
    createdByAccountId: apiKey ? null : account.id,
  };
}
