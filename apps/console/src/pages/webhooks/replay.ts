import type { WebhookDelivery, WebhookEndpoint } from "@sinkove/contract";
import { api } from "../../api/client.ts";
import { showDone } from "../../ui/notices.ts";
import { pathOf } from "./paths.ts";

/** Sends a delivery again, and returns it as it is then. */
export async function replay(
  endpoint: WebhookEndpoint,
  delivery: WebhookDelivery,
): Promise<WebhookDelivery> {
  const { id, event } = delivery;
  const path = { ...pathOf(endpoint), webhookDeliveryId: id };
  const operation =
    "/organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}/deliveries/{webhookDeliveryId}/replay";
  const { data = delivery } = await api.POST(operation, { params: { path } });
  showDone(`${event.type} is sent again.`);
  return data;
}
