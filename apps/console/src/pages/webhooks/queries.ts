import type { UpdateWebhookEndpointRequest, WebhookEndpoint } from "@sinkove/contract";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { api, query } from "../../api/client.ts";
import { type EndpointPath, pathOf } from "./paths.ts";

const LIST = "/organizations/{organizationId}/webhook-endpoints";
const ONE = "/organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}";

/** A limit that is higher than the number of endpoints that an organization can have. */
const AT_MOST = 100;

/** Loads the endpoints of an organization, newest first. */
export function useEndpoints(organizationId: string) {
  const params = { path: { organizationId }, query: { limit: AT_MOST } };
  return query.useQuery("get", LIST, { params });
}

/** Loads an endpoint. */
export function useEndpoint(path: EndpointPath) {
  return query.useQuery("get", ONE, { params: { path } });
}

/** Refreshes every page that shows endpoints. */
export async function forgetEndpoints(client: QueryClient): Promise<void> {
  await client.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[1] === LIST || queryKey[1] === ONE,
  });
}

/** Returns a function that changes an endpoint and refreshes the pages that show it. */
export function useChangeEndpoint(): (
  endpoint: WebhookEndpoint,
  body: UpdateWebhookEndpointRequest,
) => Promise<void> {
  const client = useQueryClient();
  return async (endpoint, body) => {
    await api.PATCH(ONE, { params: { path: pathOf(endpoint) }, body });
    await forgetEndpoints(client);
  };
}
