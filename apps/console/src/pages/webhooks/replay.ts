import type { WebhookDelivery, WebhookEndpoint } from "@sinkove/contract";
import { api } from "../../api/client.ts";
import { showDone } from "../../ui/notices.ts";
import { pathOf } from "./paths.ts";

/** Sends a delivery again. */
export async function replay(endpoint: WebhookEndpoint, { id, event }: WebhookDelivery) {
  const path = { ...pathOf(endpoint), webhookDeliveryId: id };
  const operation =
    "/organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}/deliveries/{webhookDeliveryId}/replay";
  await api.POST(operation, { params: { path } });
  showDone(`${event.type} is sent again.`);
}
