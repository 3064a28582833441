import type { LoggedRequest } from "@sinkove/contract";
import type { ReactNode } from "react";
import { PageLink } from "../../ui/page-link.tsx";

interface RequestActorProps extends Pick<LoggedRequest, "actor"> {
  /** The names of API keys by their ids. */
  readonly names: ReadonlyMap<string, string>;
}

/** The actor of a request: the name of an API key, or the person. */
export function RequestActor({ actor, names }: RequestActorProps): ReactNode {
  if (actor.type !== "api_key") return "You";
  return (
    <PageLink to="/api-keys/$apiKeyId" params={{ apiKeyId: actor.id }}>
      {names.get(actor.id) ?? "API key"}
    </PageLink>
  );
}
