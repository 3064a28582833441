import type { Actor } from "@sinkove/contract";
import type { ReactNode } from "react";
import { query } from "../../api/client.ts";
import { PageLink } from "../../ui/page-link.tsx";

/** Who did something; null is an operator of the service, or nobody that is known. */
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
