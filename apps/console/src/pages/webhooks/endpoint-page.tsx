import { Alert, Badge, Code, Group, Text } from "@mantine/core";
import type { WebhookDelivery, WebhookDeliveryStatus, WebhookEndpoint } from "@sinkove/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { CopyButton } from "../../ui/copy-button.tsx";
import { type Detail, Details } from "../../ui/details.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { PageLink } from "../../ui/page-link.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { Section } from "../../ui/section.tsx";
import { Deliveries } from "./deliveries.tsx";
import { EndpointActions } from "./endpoint-actions.tsx";
import { EndpointStatus } from "./endpoint-status.tsx";
import { hostOf } from "./endpoint-url.ts";
import { ENDPOINT_PAGE, ENDPOINTS_PAGE } from "./paths.ts";
import { forgetEndpoints } from "./queries.ts";
import { useDeliveries } from "./use-deliveries.ts";
import { WithEndpoint } from "./with-endpoint.tsx";

/** The page of a webhook endpoint: its details and deliveries, and the actions on it. */
export function EndpointPage(): ReactNode {
  const path = useParams({ from: `/shell${ENDPOINT_PAGE}` });
  return (
    <>
      <WithEndpoint path={path}>
        {(endpoint) => (
          // The key resets the page for another endpoint, so that no dialog stays open.
          <Endpoint key={endpoint.id} endpoint={endpoint} />
        )}
      </WithEndpoint>
      <PageLink to={ENDPOINTS_PAGE} params={{ organizationId: path.organizationId }}>
        All webhook endpoints
      </PageLink>
    </>
  );
}

function Endpoint({ endpoint }: { readonly endpoint: WebhookEndpoint }): ReactNode {
  const [status, setStatus] = useState<WebhookDeliveryStatus>();
  const deliveries = useDeliveries(endpoint, status);
  useFollowGone(endpoint, deliveries.rows);
  const showSent = async (): Promise<void> => {
    // A filtered list may leave the new delivery out.
    setStatus(undefined);
    await deliveries.reload();
  };
  return (
    <>
      <PageHeader
        title={hostOf(endpoint.url)}
        beside={<EndpointStatus endpoint={endpoint} />}
        actions={<EndpointActions endpoint={endpoint} onSent={showSent} />}
      />
      {!endpoint.enabled && <Stopped endpoint={endpoint} />}
      <EndpointDetails endpoint={endpoint} />
      <Deliveries {...{ endpoint, status }} list={deliveries} onStatus={setStatus} />
    </>
  );
}

/** Reloads the endpoint after it has answered with 410, which disables it. */
function useFollowGone(
  { enabled }: WebhookEndpoint,
  deliveries: readonly WebhookDelivery[] | undefined,
): void {
  const client = useQueryClient();
  const gone = deliveries
    ?.map(({ attempts }) => attempts.at(-1))
    .find((attempt) => attempt?.status === 410)?.attemptedAt;
  useEffect(() => {
    if (enabled && gone !== undefined) void forgetEndpoints(client);
  }, [client, enabled, gone]);
}

function Stopped({ endpoint: { goneAt } }: { readonly endpoint: WebhookEndpoint }): ReactNode {
  return (
    <Alert color="yellow" mb="lg" title="Nothing is sent to this endpoint">
      <Text size="sm">
        {goneAt !== null && (
          <>
            It answered with 410 <RelativeTime value={goneAt} />, which disabled it.{" "}
          </>
        )}
        Deliveries that wait for another attempt are sent when you enable it. Events that happen
        meanwhile are not.
      </Text>
    </Alert>
  );
}

function EndpointDetails({ endpoint }: { readonly endpoint: WebhookEndpoint }): ReactNode {
  const { url, events, previousSecretExpiresAt, createdAt } = endpoint;
  const details: Detail[] = [
    [
      "URL",
      <Group key="url" gap={4} wrap="nowrap" align="flex-start">
        <Code style={{ overflowWrap: "anywhere" }}>{url}</Code>
        <CopyButton value={url} label="Copy the URL" />
      </Group>,
    ],
    [
      "Events",
      <Group key="events" gap={6}>
        {events.map((type) => (
          <Badge key={type} variant="default" tt="none" fw={500} ff="monospace">
            {type}
          </Badge>
        ))}
      </Group>,
    ],
    ["Created", <RelativeTime key="created" value={createdAt} />],
  ];
  if (previousSecretExpiresAt !== null) {
    details.push([
      "Old secret",
      <>
        also signs deliveries; stops <RelativeTime value={previousSecretExpiresAt} />
      </>,
    ]);
  }
  return (
    <Section title="Details">
      <Details details={details} />
    </Section>
  );
}
