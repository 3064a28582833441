import type { Actor } from "@sinkove/contract";
import type { ReactNode } from "react";
import { query } from "../../api/client.ts";
import { PageLink } from "../../ui/page-link.tsx";

/** The name of an actor. Null is an operator of the service, or unknown. */
export function ActorName({ actor }: { readonly actor: Actor | null }): ReactNode {
  const { data } = query.useQuery("get", "/me");
  if (actor === null) return "an operator of the service";
  if (actor.type === "api_key") {
    return (
      <PageLink to="/api-keys/$apiKeyId" params={{ apiKeyId: actor.id }}>
        an API key
      </PageLink>
    );
  }
  return actor.id === data?.account.id ? "you" : "another person";
}
