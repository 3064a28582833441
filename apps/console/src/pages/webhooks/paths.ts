import type { WebhookEndpoint } from "@sinkove/contract";

/** The page of an organization's endpoints. */
export const ENDPOINTS_PAGE = "/organizations/$organizationId/webhooks";

/** The page of one endpoint. */
export const ENDPOINT_PAGE = "/organizations/$organizationId/webhooks/$webhookEndpointId";

/** Identifies an endpoint, in paths of the API and of the console. */
export interface EndpointPath {
  readonly organizationId: string;
  readonly webhookEndpointId: string;
}

/** Identifies an endpoint, in paths of the API and of the console. */
export function pathOf({ organizationId, id }: WebhookEndpoint): EndpointPath {
  return { organizationId, webhookEndpointId: id };
}
