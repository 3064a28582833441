import type { WebhookEndpoint } from "@sinkove/contract";
import { useNavigate, useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { ButtonLink } from "../../ui/button-link.tsx";
import { showDone } from "../../ui/notices.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { changesOf } from "./endpoint-changes.ts";
import { EndpointForm, type EndpointValues } from "./endpoint-form.tsx";
import { hostOf } from "./endpoint-url.ts";
import { ENDPOINT_PAGE, pathOf } from "./paths.ts";
import { useChangeEndpoint } from "./queries.ts";
import { WithEndpoint } from "./with-endpoint.tsx";

/** The page to change the URL and the events of an endpoint. */
export function EditEndpointPage(): ReactNode {
  const path = useParams({ from: `/shell${ENDPOINT_PAGE}/edit` });
  return <WithEndpoint path={path}>{(endpoint) => <Edit endpoint={endpoint} />}</WithEndpoint>;
}

function Edit({ endpoint }: { readonly endpoint: WebhookEndpoint }): ReactNode {
  const change = useChangeEndpoint();
  const navigate = useNavigate();
  // As the form began: what is changed elsewhere meanwhile is not a change that this form makes.
  const [before] = useState({ url: endpoint.url, events: [...endpoint.events] });
  const params = pathOf(endpoint);
  const save = async (values: EndpointValues): Promise<void> => {
    const changes = changesOf(before, values);
    if (changes) {
      await change(endpoint, changes);
      showDone("Saved.");
    }
    await navigate({ to: ENDPOINT_PAGE, params });
  };
  return (
    <>
      <PageHeader
        title={`Edit ${hostOf(endpoint.url)}`}
        description="The secret stays the same. Deliveries that wait for another attempt go to the new URL."
      />
      <EndpointForm
        initial={before}
        action="Save"
        onSubmit={save}
        cancel={
          <ButtonLink to={ENDPOINT_PAGE} params={params} variant="default">
            Cancel
          </ButtonLink>
        }
      />
    </>
  );
}
