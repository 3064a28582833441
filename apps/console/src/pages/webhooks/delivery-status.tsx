import { Badge, Text } from "@mantine/core";
import type { WebhookDelivery, WebhookDeliveryStatus } from "@sinkove/contract";
import type { ReactNode } from "react";
import { useNow } from "../../ui/now.ts";
import { nextAttemptText } from "./delivery-text.ts";

const LABELS: Readonly<Record<WebhookDeliveryStatus, { text: string; color: string }>> = {
  pending: { text: "Pending", color: "blue" },
  delivered: { text: "Delivered", color: "teal" },
  failed: { text: "Failed", color: "red" },
};

interface DeliveryStatusProps {
  readonly delivery: WebhookDelivery;
  /** Whether the endpoint is enabled. */
  readonly isEnabled: boolean;
}

/** The status of a delivery, and when it is attempted next. */
export function DeliveryStatus({ delivery, isEnabled }: DeliveryStatusProps): ReactNode {
  const now = useNow();
  const { status } = delivery;
  const { text, color } = LABELS[status] ?? { text: status, color: "gray" };
  const next = nextAttemptText(delivery, isEnabled, now);
  return (
    <>
      <Badge variant="light" color={color} tt="none" miw="max-content">
        {text}
      </Badge>
      {next && (
        <Text size="xs" c="dimmed">
          {next}
        </Text>
      )}
    </>
  );
}
