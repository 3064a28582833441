import type { WebhookEndpoint } from "@sinkove/contract";
import type { ReactNode } from "react";
import { ErrorView } from "../../ui/error-view.tsx";
import { LoadingPage } from "../../ui/loading-page.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import type { EndpointPath } from "./paths.ts";
import { useEndpoint } from "./queries.ts";

interface WithEndpointProps {
  readonly path: EndpointPath;
  readonly children: (endpoint: WebhookEndpoint) => ReactNode;
}

/** Loads an endpoint and renders a page with it, or an error. */
export function WithEndpoint({ path, children }: WithEndpointProps): ReactNode {
  const { data, error, refetch } = useEndpoint(path);
  if (data) return children(data);
  if (!error) return <LoadingPage heading="Webhook endpoint" />;
  return (
    <>
      <PageHeader title="Webhook endpoint" />
      <ErrorView error={error} onRetry={() => void refetch()} />
    </>
  );
}
