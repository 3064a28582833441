import { Button, Code, Group, Modal, Stack, Title } from "@mantine/core";
import type { WebhookAttempt, WebhookDelivery, WebhookEndpoint } from "@sinkove/contract";
import type { ReactNode } from "react";
import { FormError } from "../../forms/form-error.tsx";
import { useSubmission } from "../../forms/submission.ts";
import { type Column, DataTable } from "../../table/data-table.tsx";
import { Details } from "../../ui/details.tsx";
import { Snippet } from "../../ui/snippet.tsx";
import { absoluteTime } from "../../ui/time-text.ts";
import { DeliveryStatus } from "./delivery-status.tsx";
import { attemptText } from "./delivery-text.ts";
import { EventSubject } from "./event-subject.tsx";
import { replay } from "./replay.ts";

interface DeliveryDialogProps {
  readonly endpoint: WebhookEndpoint;
  readonly delivery: WebhookDelivery | undefined;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onReplayed: (delivery: WebhookDelivery) => Promise<void>;
}

/** A dialog with the event and all attempts of a delivery, and a button that replays it. */
export function DeliveryDialog(props: DeliveryDialogProps): ReactNode {
  const { delivery, isOpen, onClose } = props;
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={`Delivery of ${delivery?.event.type}`}
      size="lg"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {delivery && <Delivery {...props} delivery={delivery} />}
    </Modal>
  );
}

const COLUMNS: readonly Column<WebhookAttempt>[] = [
  { id: "time", header: "Time", cell: ({ attemptedAt }) => absoluteTime(Date.parse(attemptedAt)) },
  { id: "result", header: "Result", cell: attemptText },
];

function Delivery({
  endpoint,
  delivery,
  onClose,
  onReplayed,
}: DeliveryDialogProps & { readonly delivery: WebhookDelivery }): ReactNode {
  const { event, attempts } = delivery;
  const { error, isRunning, submit } = useSubmission();
  const again = async (): Promise<void> => {
    await onReplayed(await replay(endpoint, delivery));
  };
  return (
    <Stack gap="md">
      <Details
        details={[
          [
            "Status",
            <DeliveryStatus key="status" delivery={delivery} isEnabled={endpoint.enabled} />,
          ],
          ["About", <EventSubject key="about" event={event} />],
          ["Happened", absoluteTime(Date.parse(event.timestamp))],
          ["Event id", <Code key="id">{event.id}</Code>],
        ]}
      />
      <Title order={3}>Attempts</Title>
      <DataTable
        caption="Attempts"
        rows={attempts.toReversed()}
        rowKey={({ attemptedAt }) => attemptedAt}
        columns={COLUMNS}
        empty={{ title: "No attempt has ended yet" }}
      />
      <Title order={3}>Body</Title>
      <Snippet code={JSON.stringify(event, undefined, 2)} label="body" />
      <FormError error={error} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
        {endpoint.enabled && (
          <Button loading={isRunning} onClick={() => void submit(again)}>
            Replay
          </Button>
        )}
      </Group>
    </Stack>
  );
}
