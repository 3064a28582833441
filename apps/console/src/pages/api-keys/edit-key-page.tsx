import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { query } from "../../api/client.ts";
import { ErrorView } from "../../ui/error-view.tsx";
import { LoadingPage } from "../../ui/loading-page.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { EditKeyForm } from "./edit-key-form.tsx";
import { useApiKey } from "./queries.ts";

/** The page to change a key's name, scopes, organizations, expiry and rate limit. */
export function EditKeyPage(): ReactNode {
  const { apiKeyId } = useParams({ from: "/shell/api-keys/$apiKeyId/edit" });
  const { data: apiKey, error, refetch } = useApiKey(apiKeyId);
  const { data: me } = query.useQuery("get", "/me");
  if (!error && !(apiKey && me)) return <LoadingPage heading="Edit a key" />;
  return (
    <>
      <PageHeader title={apiKey ? `Edit ${apiKey.name}` : "Edit a key"} />
      {apiKey && me ? (
        <EditKeyForm apiKey={apiKey} accountLimit={me.account.rateLimit} />
      ) : (
        <ErrorView error={error} onRetry={() => void refetch()} />
      )}
    </>
  );
}
