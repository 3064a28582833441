import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { WebhookEndpoint } from "@sinkove/contract";
import { IconSend } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useSubmission } from "../../forms/submission.ts";
import { ButtonLink } from "../../ui/button-link.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { showDone, showError } from "../../ui/notices.ts";
import { showUndo } from "../../ui/undo.tsx";
import { hostOf } from "./endpoint-url.ts";
import { ENDPOINT_PAGE, ENDPOINTS_PAGE, pathOf } from "./paths.ts";
import { forgetEndpoints, useChangeEndpoint } from "./queries.ts";

interface ActionProps {
  readonly endpoint: WebhookEndpoint;
}

interface EndpointActionsProps extends ActionProps {
  /** Called after a test event was sent. */
  readonly onSent: () => Promise<void>;
}

/** The actions on an endpoint. */
export function EndpointActions({ endpoint, onSent }: EndpointActionsProps): ReactNode {
  const [isDeleting, { open, close }] = useDisclosure(false);
  const params = pathOf(endpoint);
  return (
    <>
      {endpoint.enabled && <SendTest {...{ endpoint, onSent }} />}
      <ButtonLink to={`${ENDPOINT_PAGE}/edit`} params={params} variant="default">
        Edit
      </ButtonLink>
      <Switch endpoint={endpoint} />
      <ButtonLink to={`${ENDPOINT_PAGE}/rotate`} params={params} variant="default">
        Rotate secret
      </ButtonLink>
      <Button variant="light" color="red" onClick={open}>
        Delete
      </Button>
      <DeleteDialog endpoint={endpoint} isOpen={isDeleting} onClose={close} />
    </>
  );
}

function SendTest({ endpoint, onSent }: EndpointActionsProps): ReactNode {
  const { isRunning, submit } = useSubmission();
  const send = async (): Promise<void> => {
    const path = "/organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}/test";
    await api.POST(path, { params: { path: pathOf(endpoint) } });
    await onSent();
    showDone("The test event was sent. The list of deliveries shows whether it arrived.");
  };
  return (
    <Button
      variant="default"
      leftSection={<IconSend size={16} aria-hidden />}
      loading={isRunning}
      onClick={() => void submit(() => send().catch(showError))}
    >
      Send test event
    </Button>
  );
}

/** Disables or enables an endpoint without a confirmation, because the notice has an Undo button. */
function Switch({ endpoint }: ActionProps): ReactNode {
  const change = useChangeEndpoint();
  const { enabled, url } = endpoint;
  const toggle = async (): Promise<void> => {
    await change(endpoint, { enabled: !enabled });
    showUndo(`${hostOf(url)} is ${enabled ? "disabled" : "enabled"}.`, () =>
      change(endpoint, { enabled }),
    );
  };
  return (
    <Button variant="default" onClick={() => void toggle().catch(showError)}>
      {enabled ? "Disable" : "Enable"}
    </Button>
  );
}

interface DeleteDialogProps extends ActionProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function DeleteDialog({ endpoint, isOpen, onClose }: DeleteDialogProps): ReactNode {
  const client = useQueryClient();
  const navigate = useNavigate();
  const path = pathOf(endpoint);
  const remove = async (): Promise<void> => {
    const operation = "/organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}";
    await api.DELETE(operation, { params: { path } });
    // Navigate first, because the page would request the deleted endpoint.
    await navigate({
      to: ENDPOINTS_PAGE,
      params: { organizationId: path.organizationId },
    });
    await forgetEndpoints(client);
    showDone("The webhook endpoint was deleted.");
  };
  return (
    <ConfirmDialog
      {...{ isOpen, onClose }}
      title={`Delete ${hostOf(endpoint.url)}?`}
      action="Delete"
      onConfirm={remove}
    >
      <Text size="sm">
        Nothing more is sent to it, and the log of its deliveries is deleted. To stop for a while,
        disable it instead.
      </Text>
    </ConfirmDialog>
  );
}
