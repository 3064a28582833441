import { Box, Button, Group, Text } from "@mantine/core";
import type { WebhookDelivery, WebhookDeliveryStatus, WebhookEndpoint } from "@sinkove/contract";
import { IconRefresh } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useSubmission } from "../../forms/submission.ts";
import type { AllPages } from "../../table/all-pages.ts";
import { type Column, DataTable } from "../../table/data-table.tsx";
import { MoreRows } from "../../table/more-rows.tsx";
import { showError } from "../../ui/notices.ts";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { Section } from "../../ui/section.tsx";
import { Segments } from "../../ui/segments.tsx";
import { DeliveryDialog } from "./delivery-dialog.tsx";
import { DeliveryStatus } from "./delivery-status.tsx";
import { attemptsText, attemptText } from "./delivery-text.ts";
import { replay } from "./replay.ts";

interface DeliveriesProps {
  readonly endpoint: WebhookEndpoint;
  readonly list: AllPages<WebhookDelivery>;
  /** Which of them are listed; undefined for all. */
  readonly status: WebhookDeliveryStatus | undefined;
  readonly onStatus: (status: WebhookDeliveryStatus | undefined) => void;
}

const SHOWN = [
  { value: "all", label: "All" },
  { value: "failed", label: "Failed" },
  { value: "pending", label: "Pending" },
  { value: "delivered", label: "Delivered" },
] as const;

const NONE: Readonly<Record<WebhookDeliveryStatus, string>> = {
  failed: "No delivery has failed",
  pending: "No delivery is pending",
  delivered: "Nothing was delivered yet",
};

/** The deliveries to an endpoint with their status and last attempt. */
export function Deliveries({ endpoint, list, status, onStatus }: DeliveriesProps): ReactNode {
  const [opened, setOpened] = useState<WebhookDelivery>();
  const showReplayed = async (delivery: WebhookDelivery): Promise<void> => {
    // A filtered list may no longer have it.
    setOpened((opened) => (opened?.id === delivery.id ? delivery : opened));
    await list.reload();
  };
  const columns = columnsFor({ endpoint, onOpen: setOpened, onReplayed: showReplayed });
  return (
    <Section
      title="Deliveries"
      description="They are kept for 30 days."
      actions={<Refresh onRefresh={list.reload} />}
    >
      <Box mb="sm">
        <Segments
          aria-label="Which deliveries to show"
          data={SHOWN}
          value={status ?? "all"}
          onChange={(value) => onStatus(value === "all" ? undefined : value)}
        />
      </Box>
      <DataTable
        caption="Deliveries"
        rows={list.rows}
        error={list.error}
        onRetry={list.retry}
        rowKey={({ id }) => id}
        columns={columns}
        empty={
          status
            ? { title: NONE[status] }
            : {
                title: "No deliveries yet",
                text: endpoint.enabled && "Send a test event to see whether your receiver gets it.",
              }
        }
        footer={<MoreRows list={list} noun={["delivery", "deliveries"]} />}
      />
      <DeliveryDialog
        endpoint={endpoint}
        // Read from the list, because attempts can end while the dialog is open.
        delivery={list.rows?.find(({ id }) => id === opened?.id) ?? opened}
        isOpen={opened !== undefined}
        onClose={() => setOpened(undefined)}
        onReplayed={showReplayed}
      />
    </Section>
  );
}

function Refresh({ onRefresh }: { readonly onRefresh: () => Promise<void> }): ReactNode {
  const { isRunning, submit } = useSubmission();
  return (
    <Button
      variant="subtle"
      size="xs"
      leftSection={<IconRefresh size={16} aria-hidden />}
      loading={isRunning}
      onClick={() => void submit(onRefresh)}
    >
      Refresh
    </Button>
  );
}

interface RowActions {
  readonly endpoint: WebhookEndpoint;
  readonly onOpen: (delivery: WebhookDelivery) => void;
  readonly onReplayed: (delivery: WebhookDelivery) => Promise<void>;
}

function columnsFor(actions: RowActions): readonly Column<WebhookDelivery>[] {
  const isEnabled = actions.endpoint.enabled;
  return [
    {
      id: "event",
      header: "Event",
      cell: ({ event, createdAt }) => (
        <>
          <Text fw={500} size="sm">
            {event.type}
          </Text>
          <Text size="xs" c="dimmed">
            <RelativeTime value={createdAt} />
          </Text>
        </>
      ),
    },
    {
      id: "status",
      header: "Status",
      cell: (delivery) => <DeliveryStatus {...{ delivery, isEnabled }} />,
    },
    {
      id: "attempt",
      header: "Last attempt",
      cell: ({ attempts }) => <LastAttempt attempts={attempts} />,
    },
    {
      id: "actions",
      header: "Actions",
      isHeaderHidden: true,
      isNumeric: true,
      cell: (delivery) => <Actions {...actions} delivery={delivery} />,
    },
  ];
}

function LastAttempt({ attempts }: Pick<WebhookDelivery, "attempts">): ReactNode {
  const last = attempts.at(-1);
  if (!last) return "–";
  return (
    <>
      {attemptText(last)}
      <Text size="xs" c="dimmed">
        {attemptsText(attempts)}
      </Text>
    </>
  );
}

function Actions(props: RowActions & { readonly delivery: WebhookDelivery }): ReactNode {
  const { endpoint, delivery, onOpen, onReplayed } = props;
  const { isRunning, submit } = useSubmission();
  const again = async (): Promise<void> => {
    await onReplayed(await replay(endpoint, delivery));
  };
  return (
    <Group gap="xs" justify="flex-end">
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`Details of ${delivery.event.type}`}
        onClick={() => onOpen(delivery)}
      >
        Details
      </Button>
      {endpoint.enabled && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Replay ${delivery.event.type}`}
          loading={isRunning}
          onClick={() => void submit(() => again().catch(showError))}
        >
          Replay
        </Button>
      )}
    </Group>
  );
}
