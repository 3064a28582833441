import type { WebhookDelivery, WebhookDeliveryStatus, WebhookEndpoint } from "@sinkove/contract";
import { api } from "../../api/client.ts";
import { cursorQuery } from "../../api/pages.ts";
import { pollDelay } from "../../api/poll-delay.ts";
import { type AllPages, useAllPages } from "../../table/all-pages.ts";
import { pathOf } from "./paths.ts";

const PAGE = 50;

/**
 * Loads the deliveries to an endpoint, newest first; with a status, only those that have it. Polls while one of them
 * is pending, often at first and less often later, because the next attempt can be hours away.
 */
export function useDeliveries(
  endpoint: WebhookEndpoint,
  status: WebhookDeliveryStatus | undefined,
): AllPages<WebhookDelivery> {
  const path = pathOf(endpoint);
  return useAllPages(
    ["webhook-deliveries", path, status],
    (cursor, signal) => {
      const params = { path, query: { ...cursorQuery(cursor, PAGE), ...(status && { status }) } };
      const operation =
        "/organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}/deliveries";
      return api.GET(operation, { params, signal });
    },
    {
      reloadAfter: (deliveries, times) => {
        const isWaiting = endpoint.enabled && deliveries.some(({ status }) => status === "pending");
        return isWaiting && pollDelay(times);
      },
    },
  );
}
