import { Badge } from "@mantine/core";
import type { WebhookEndpoint } from "@sinkove/contract";
import type { ReactNode } from "react";

/** The status of an endpoint. */
export function EndpointStatus({ endpoint }: { readonly endpoint: WebhookEndpoint }): ReactNode {
  const { enabled, goneAt } = endpoint;
  if (enabled) return <Label text="Enabled" color="green" />;
  if (goneAt !== null) return <Label text="Disabled by 410" color="orange" />;
  return <Label text="Disabled" color="yellow" />;
}

function Label({ text, color }: { text: string; color: string }): ReactNode {
  return (
    <Badge variant="light" color={color} tt="none" fw={600} miw="max-content">
      {text}
    </Badge>
  );
}
