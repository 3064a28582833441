import type { UpdateWebhookEndpointRequest, WebhookEndpoint } from "@sinkove/contract";
import type { EndpointValues } from "./endpoint-form.tsx";

/** What a form changes about an endpoint; undefined if nothing. The order of events means nothing. */
export function changesOf(
  before: Pick<WebhookEndpoint, "url" | "events">,
  { url, events }: EndpointValues,
): UpdateWebhookEndpointRequest | undefined {
  const hasOtherEvents = [...before.events].sort().join() !== [...events].sort().join();
  if (url === before.url && !hasOtherEvents) return undefined;
  return { ...(url !== before.url && { url }), ...(hasOtherEvents && { events }) };
}
