import { Alert, Button, Group, Paper, Stack } from "@mantine/core";
import type { IssuedWebhookEndpoint, WebhookEndpoint } from "@sinkove/contract";
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
import { PageHeader } from "../../ui/page-header.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { useShownOnce } from "../../ui/shown-once.ts";
import { hostOf } from "./endpoint-url.ts";
import { IssuedEndpoint } from "./issued-endpoint.tsx";
import { ENDPOINT_PAGE, pathOf } from "./paths.ts";
import { forgetEndpoints } from "./queries.ts";
import { WithEndpoint } from "./with-endpoint.tsx";

/**
 * The page that rotates the secret of an endpoint and shows the new secret once. The secret is only in the state of
 * this component.
 */
export function RotateSecretPage(): ReactNode {
  const path = useParams({ from: `/shell${ENDPOINT_PAGE}/rotate` });
  const [issued, setIssued] = useShownOnce<IssuedWebhookEndpoint>();
  if (issued) {
    return (
      <>
        <PageHeader key="issued" title="Copy the new secret" description={hostOf(issued.url)} />
        <IssuedEndpoint issued={issued} />
      </>
    );
  }
  return (
    <WithEndpoint path={path}>
      {(endpoint) => (
        <>
          <PageHeader
            key="form"
            title="Rotate the secret"
            description={`Requests to ${hostOf(endpoint.url)} get a signature of a new secret.`}
          />
          <RotateForm endpoint={endpoint} onIssued={setIssued} />
        </>
      )}
    </WithEndpoint>
  );
}

interface RotateFormProps {
  readonly endpoint: WebhookEndpoint;
  readonly onIssued: (issued: IssuedWebhookEndpoint | undefined) => void;
}

function RotateForm({ endpoint, onIssued }: RotateFormProps): ReactNode {
  const client = useQueryClient();
  const [seconds, setSeconds] = useState<GracePeriod>(SUGGESTED_GRACE_PERIOD);
  const headerFor = useIdempotencyKey();
  const { error, isRunning, submit } = useSubmission();
  const path = pathOf(endpoint);
  const rotate = async (): Promise<void> => {
    const body = { gracePeriodSeconds: Number(seconds) };
    const operation =
      "/organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}/rotate";
    const { data } = await api.POST(operation, { params: { path, header: headerFor(body) }, body });
    onIssued(data);
    await forgetEndpoints(client);
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
          {endpoint.previousSecretExpiresAt !== null && (
            <Alert color="yellow" title="Two secrets are in use">
              The secret before the last rotation stops{" "}
              <RelativeTime value={endpoint.previousSecretExpiresAt} />. If you rotate again, it
              stops now.
            </Alert>
          )}
          <GracePeriodField
            label="How long does the old secret sign beside the new one?"
            description="Meanwhile a receiver can check requests with either."
            immediately="The old secret stops now. For a secret that has leaked."
            value={seconds}
            onChange={setSeconds}
          />
          <FormError error={error} />
          <Group gap="xs">
            <Button type="submit" loading={isRunning}>
              Rotate secret
            </Button>
            <ButtonLink to={ENDPOINT_PAGE} params={path} variant="default">
              Cancel
            </ButtonLink>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
