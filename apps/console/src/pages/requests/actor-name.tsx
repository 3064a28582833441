import type { LoggedRequest } from "@sinkove/contract";
import type { ReactNode } from "react";
import { PageLink } from "../../ui/page-link.tsx";
import { useKeyNames } from "./key-names.ts";

/** Who made a request: an API key by its name, or the person. */
export function ActorName({ actor }: Pick<LoggedRequest, "actor">): ReactNode {
  const names = useKeyNames();
  if (actor.type !== "api_key") return "You";
  return (
    <PageLink to="/api-keys/$apiKeyId" params={{ apiKeyId: actor.id }}>
      {names.get(actor.id) ?? "API key"}
    </PageLink>
  );
}
