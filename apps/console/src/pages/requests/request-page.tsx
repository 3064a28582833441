import { Code, Group, Text } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { query } from "../../api/client.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { type Detail, Details } from "../../ui/details.tsx";
import { ErrorView } from "../../ui/error-view.tsx";
import { LoadingPage } from "../../ui/loading-page.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { PageLink } from "../../ui/page-link.tsx";
import { Section } from "../../ui/section.tsx";
import { absoluteTime } from "../../ui/time-text.ts";
import { useKeyNames } from "./key-names.ts";
import { RequestActor } from "./request-actor.tsx";
import { RequestAdvice } from "./request-advice.tsx";
import { StatusBadge } from "./status-badge.tsx";

const route = getRouteApi("/shell/requests/$requestId");

/** The page of a request: its details, what was wrong, and how to fix it. */
export function RequestPage(): ReactNode {
  const { requestId } = route.useParams();
  const names = useKeyNames();
  const params = { path: { requestId } };
  const { data, error, refetch } = query.useQuery("get", "/requests/{requestId}", { params });
  return (
    <>
      <PageHeader
        title={data?.operation ?? "Request"}
        beside={data && <StatusBadge status={data.status} />}
        description={
          <Group gap={4}>
            <Code>{requestId}</Code>
            <CopyButton value={requestId} label="Copy the request id" />
          </Group>
        }
      />
      {error ? (
        <NotLogged error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <>
          <RequestAdvice request={data} />
          <Section title="Request">
            <Details
              details={
                [
                  ["Method and path", <Code key="path">{`${data.method} ${data.path}`}</Code>],
                  ["Time", absoluteTime(Date.parse(data.occurredAt))],
                  ["Duration", `${data.durationMs.toFixed(1)} ms`],
                  ["Made by", <RequestActor key="actor" actor={data.actor} names={names} />],
                  ["Address", data.address ?? "Not known"],
                  ["Client", data.userAgent ?? "Not known"],
                ] satisfies Detail[]
              }
            />
          </Section>
        </>
      ) : (
        <LoadingPage />
      )}
      <PageLink to="/requests">All requests</PageLink>
    </>
  );
}

interface NotLoggedProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

function NotLogged({ error, onRetry }: NotLoggedProps): ReactNode {
  return (
    <>
      <ErrorView error={error} onRetry={onRetry} />
      <Text size="sm" c="dimmed" mb="md">
        A request appears in the log a few seconds after its response, and stays for 30 days. Only
        requests of your own account are shown.
      </Text>
    </>
  );
}
