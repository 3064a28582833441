import type { WebhookEvent } from "@sinkove/contract";
import type { ReactNode } from "react";
import { PageLink } from "../../ui/page-link.tsx";
import { useKeyNames } from "../requests/key-names.ts";

/** The subject of an event, with a link if the person can open its page. */
export function EventSubject({ event: { data } }: { readonly event: WebhookEvent }): ReactNode {
  if ("apiKeyId" in data) return <Key apiKeyId={data.apiKeyId} />;
  if (!("datasetId" in data)) return "the organization";
  return (
    <PageLink to="/datasets/$datasetId" params={{ datasetId: data.datasetId }}>
      a dataset
    </PageLink>
  );
}

function Key({ apiKeyId }: { readonly apiKeyId: string }): ReactNode {
  const name = useKeyNames().get(apiKeyId);
  if (name === undefined) return "an API key of another person";
  return (
    <PageLink to="/api-keys/$apiKeyId" params={{ apiKeyId }}>
      {name}
    </PageLink>
  );
}
