import type { IssuedWebhookEndpoint } from "@sinkove/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useIdempotencyKey } from "../../api/idempotency-key.ts";
import { PAGES } from "../../host/pages.ts";
import { ButtonLink } from "../../ui/button-link.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useShownOnce } from "../../ui/shown-once.ts";
import { EndpointForm, type EndpointValues } from "./endpoint-form.tsx";
import { hostOf } from "./endpoint-url.ts";
import { EVENT_TYPES } from "./event-types.ts";
import { IssuedEndpoint } from "./issued-endpoint.tsx";
import { OrganizationLink } from "./organization-link.tsx";
import { ENDPOINTS_PAGE } from "./paths.ts";
import { forgetEndpoints } from "./queries.ts";

/** The page that creates an endpoint and shows its secret once. The secret is only in the state of this component. */
export function NewEndpointPage(): ReactNode {
  const { organizationId } = useParams({ from: `/shell${ENDPOINTS_PAGE}/new` });
  const client = useQueryClient();
  const [issued, setIssued] = useShownOnce<IssuedWebhookEndpoint>();
  const headerFor = useIdempotencyKey();
  const create = async (body: EndpointValues): Promise<void> => {
    const params = { path: { organizationId }, header: headerFor(body) };
    const path = "/organizations/{organizationId}/webhook-endpoints";
    const { data } = await api.POST(path, { params, body });
    setIssued(data);
    await forgetEndpoints(client);
  };
  if (issued) {
    return (
      <>
        <PageHeader key="issued" title="Copy the secret" description={hostOf(issued.url)} />
        <IssuedEndpoint issued={issued} />
      </>
    );
  }
  return (
    <>
      <PageHeader
        key="form"
        {...PAGES["/organizations/*/webhooks/new"].heading}
        beside={<OrganizationLink organizationId={organizationId} />}
      />
      <EndpointForm
        initial={{ url: "", events: [...EVENT_TYPES] }}
        action="Create endpoint"
        onSubmit={create}
        cancel={
          <ButtonLink to={ENDPOINTS_PAGE} params={{ organizationId }} variant="default">
            Cancel
          </ButtonLink>
        }
      />
    </>
  );
}
