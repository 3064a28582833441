import type { UpdateWebhookEndpointRequest, WebhookEndpoint } from "@sinkove/contract";
import type { EndpointValues } from "./endpoint-form.tsx";

/** Returns the fields that a form changes; undefined if it changes nothing. The order of events does not matter. */
export function changesOf(
  before: Pick<WebhookEndpoint, "url" | "events">,
  { url, events }: EndpointValues,
): UpdateWebhookEndpointRequest | undefined {
  const hasOtherEvents = [...before.events].sort().join() !== [...events].sort().join();
  if (url === before.url && !hasOtherEvents) return undefined;
  return { ...(url !== before.url && { url }), ...(hasOtherEvents && { events }) };
}
