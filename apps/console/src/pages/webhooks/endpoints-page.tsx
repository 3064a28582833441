import { Text } from "@mantine/core";
import type { WebhookEndpoint } from "@sinkove/contract";
import { IconPlus } from "@tabler/icons-react";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PAGES } from "../../host/pages.ts";
import { type Column, DataTable } from "../../table/data-table.tsx";
import { ButtonLink } from "../../ui/button-link.tsx";
import { GuideLink } from "../../ui/guide-link.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { PageLink } from "../../ui/page-link.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { EndpointStatus } from "./endpoint-status.tsx";
import { eventsText } from "./event-types.ts";
import { OrganizationLink } from "./organization-link.tsx";
import { ENDPOINT_PAGE, ENDPOINTS_PAGE, pathOf } from "./paths.ts";
import { useEndpoints } from "./queries.ts";

const COLUMNS: readonly Column<WebhookEndpoint>[] = [
  {
    id: "url",
    header: "URL",
    cell: (endpoint) => (
      <PageLink to={ENDPOINT_PAGE} params={pathOf(endpoint)}>
        {endpoint.url}
      </PageLink>
    ),
  },
  { id: "status", header: "Status", cell: (endpoint) => <EndpointStatus endpoint={endpoint} /> },
  { id: "events", header: "Events", cell: ({ events }) => eventsText(events) },
  {
    id: "created",
    header: "Created",
    cell: ({ createdAt }) => <RelativeTime value={createdAt} />,
  },
];

/** The page of an organization's webhook endpoints. */
export function EndpointsPage(): ReactNode {
  const { organizationId } = useParams({ from: `/shell${ENDPOINTS_PAGE}` });
  const { data, error, refetch } = useEndpoints(organizationId);
  const guide = <GuideLink page="webhooks">How webhooks work</GuideLink>;
  const create = (
    <ButtonLink
      to={`${ENDPOINTS_PAGE}/new`}
      params={{ organizationId }}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      Create endpoint
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        {...PAGES["/organizations/*/webhooks"].heading}
        beside={<OrganizationLink organizationId={organizationId} />}
        // People who may not list endpoints may not create them either.
        actions={!error && create}
      />
      <DataTable
        caption="Webhook endpoints"
        rows={data}
        error={error}
        onRetry={() => void refetch()}
        rowKey={({ id }) => id}
        columns={COLUMNS}
        footer={<Text size="sm">{guide}</Text>}
        empty={{
          title: "No webhook endpoints",
          text: (
            <>
              Create one to get a request when a dataset is ready, instead of asking again and
              again. {guide}
            </>
          ),
          action: create,
        }}
      />
    </>
  );
}
