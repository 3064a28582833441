import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ErrorView } from "../../ui/error-view.tsx";
import { LoadingPage } from "../../ui/loading-page.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { CreatedKeysSection } from "./created-keys-section.tsx";
import { Handover } from "./handover.tsx";
import { KeyActions } from "./key-actions.tsx";
import { KeyEvents } from "./key-events.tsx";
import { KeyFacts } from "./key-facts.tsx";
import { KeyMask } from "./key-mask.tsx";
import { KeyRequests } from "./key-requests.tsx";
import { KeyStatus } from "./key-status.tsx";
import { KeyUsage } from "./key-usage.tsx";
import { useApiKey } from "./queries.ts";
import { ScopeAdvice } from "./scope-advice.tsx";

/** The page of an API key: its details, usage, requests and events, and the actions on it. */
export function ApiKeyPage(): ReactNode {
  const { apiKeyId } = useParams({ from: "/shell/api-keys/$apiKeyId" });
  const { data: apiKey, error, refetch } = useApiKey(apiKeyId);
  if (!apiKey) {
    return error ? (
      <>
        <PageHeader title="API key" />
        <ErrorView error={error} onRetry={() => void refetch()} />
      </>
    ) : (
      <LoadingPage heading="API key" />
    );
  }
  return (
    <>
      <PageHeader
        key={apiKeyId}
        title={apiKey.name}
        beside={<KeyStatus apiKey={apiKey} />}
        description={<KeyMask apiKey={apiKey} />}
        actions={<KeyActions apiKey={apiKey} />}
      />
      <Handover apiKey={apiKey} />
      <CreatedKeysSection apiKey={apiKey} />
      <ScopeAdvice apiKey={apiKey} />
      <KeyFacts apiKey={apiKey} />
      <KeyUsage apiKeyId={apiKeyId} />
      <KeyRequests apiKeyId={apiKeyId} />
      <KeyEvents apiKeyId={apiKeyId} />
    </>
  );
}
