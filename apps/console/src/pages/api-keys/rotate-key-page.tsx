import { Button, Group, Paper, Stack } from "@mantine/core";
import type { ApiKey, IssuedApiKey } from "@sinkove/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { api } from "../../api/client.ts";
import { useIdempotencyKey } from "../../api/idempotency-key.ts";
import { FormError } from "../../forms/form-error.tsx";
import {
  type GracePeriod,
  GracePeriodField,
  SUGGESTED_GRACE_PERIOD,
} from "../../forms/grace-period-field.tsx";
import { useSubmission } from "../../forms/submission.ts";
import { ButtonLink } from "../../ui/button-link.tsx";
import { ErrorView } from "../../ui/error-view.tsx";
import { LoadingPage } from "../../ui/loading-page.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useShownOnce } from "../../ui/shown-once.ts";
import { IssuedKey } from "./issued-key.tsx";
import { forgetApiKeys, useApiKey } from "./queries.ts";

/** The page that rotates a key and shows the new secret once. The secret is only in the state of this component. */
export function RotateKeyPage(): ReactNode {
  const { apiKeyId } = useParams({ from: "/shell/api-keys/$apiKeyId/rotate" });
  const { data: apiKey, error, refetch } = useApiKey(apiKeyId);
  const [issued, setIssued] = useShownOnce<IssuedApiKey>();
  if (issued) {
    return (
      <>
        <PageHeader key="issued" title="Copy the new key" description={issued.name} />
        <IssuedKey issued={issued} next={{ apiKeyId, label: "See who still uses the old key" }} />
      </>
    );
  }
  if (!apiKey && !error) return <LoadingPage heading="Rotate a key" />;
  return (
    <>
      <PageHeader
        key="form"
        title={apiKey ? `Rotate ${apiKey.name}` : "Rotate a key"}
        description="A new key with the same scopes and organizations takes its place."
      />
      {apiKey ? (
        <RotateForm apiKey={apiKey} onIssued={setIssued} />
      ) : (
        <ErrorView error={error} onRetry={() => void refetch()} />
      )}
    </>
  );
}

interface RotateFormProps {
  readonly apiKey: ApiKey;
  readonly onIssued: (issued: IssuedApiKey | undefined) => void;
}

function RotateForm({ apiKey, onIssued }: RotateFormProps): ReactNode {
  const client = useQueryClient();
  const [seconds, setSeconds] = useState<GracePeriod>(SUGGESTED_GRACE_PERIOD);
  const idempotencyKey = useIdempotencyKey();
  const { error, isRunning, submit } = useSubmission();
  const params = { apiKeyId: apiKey.id };
  const rotate = async (): Promise<void> => {
    const body = { gracePeriodSeconds: Number(seconds) };
    const { data } = await api.POST("/api-keys/{apiKeyId}/rotate", {
      params: { path: params, header: idempotencyKey(body) },
      body,
    });
    onIssued(data);
    await forgetApiKeys(client);
  };
  return (
    <Paper withBorder p="lg" maw="48rem">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit(rotate);
        }}
      >
        <Stack gap="lg">
          <GracePeriodField
            label="How long does the old key work beside the new one?"
            description="Meanwhile its page shows who still uses it."
            immediately="The old key stops now. For a key that has leaked."
            value={seconds}
            onChange={setSeconds}
          />
          <FormError error={error} />
          <Group gap="xs">
            <Button type="submit" loading={isRunning}>
              Rotate
            </Button>
            <ButtonLink to="/api-keys/$apiKeyId" params={params} variant="default">
              Cancel
            </ButtonLink>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
