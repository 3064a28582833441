import type { WebhookEvent } from "@sinkove/contract";
import type { ReactNode } from "react";
import { PageLink } from "../../ui/page-link.tsx";
import { KeyName } from "../requests/key-name.tsx";

/** The subject of an event, with a link if the person can open its page. */
export function EventSubject({ event: { data } }: { readonly event: WebhookEvent }): ReactNode {
  if ("apiKeyId" in data) return <KeyName apiKeyId={data.apiKeyId} />;
  if (!("datasetId" in data)) return "the organization";
  return (
    <PageLink to="/datasets/$datasetId" params={{ datasetId: data.datasetId }}>
      a dataset
    </PageLink>
  );
}
