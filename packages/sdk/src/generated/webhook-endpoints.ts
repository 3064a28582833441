// Generated from the contract. Do not edit; run `npm run generate`.
import type { IssuedWebhookEndpoint, WebhookDelivery, WebhookEndpoint } from "@sinkove/contract";
import type { Call } from "../call.ts";
import type { Core } from "../core.ts";
import { List } from "../list.ts";
import type { RequestOptions } from "../options.ts";
import type {
  CreateWebhookEndpointBody,
  RotateWebhookEndpointBody,
  UpdateWebhookEndpointBody,
} from "./bodies.ts";
import type {
  CreateWebhookEndpointCode,
  DeleteWebhookEndpointCode,
  GetWebhookEndpointCode,
  ReplayWebhookDeliveryCode,
  RotateWebhookEndpointCode,
  TestWebhookEndpointCode,
  UpdateWebhookEndpointCode,
} from "./codes.ts";
import type { ListWebhookDeliveriesQuery, ListWebhookEndpointsQuery } from "./queries.ts";

/** URLs that an organization's events are sent to, and what was sent. */
export class WebhookEndpoints {
  /** @internal */
  protected readonly core: Core;

  /** @internal */
  constructor(core: Core) {
    this.core = core;
  }

  /**
   * List webhook endpoints.
   *
   * Returns the webhook endpoints of an organization, newest first, without their secrets. Costs
   * one request.
   *
   * Needs the scope `webhooks:read`.
   *
   * @param organizationId - The organization's id.
   * @param query - What to return.
   * - `limit` (optional): How many items to return at most. 1 to 500. Default: 100.
   * - `cursor` (optional): Where to go on; taken from the `Link` header of the page before,
   *   and opaque. 1 to 512 characters.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns A page of webhook endpoints, newest first.
   */
  list(
    organizationId: string,
    query?: ListWebhookEndpointsQuery,
    options?: RequestOptions,
  ): List<WebhookEndpoint> {
    return new List(
      this.core,
      { path: "/organizations/{organizationId}/webhook-endpoints", ids: [organizationId], query },
      options,
    );
  }

  /**
   * Create a webhook endpoint.
   *
   * Sends the organization's events to a URL from now on, signed as Standard Webhooks 1.0
   * describes. The response has the secret that deliveries are signed with, this once.
   *
   * An organization can have 20 webhook endpoints. Costs one request.
   *
   * Needs the scope `webhooks:write`.
   *
   * @param organizationId - The organization's id.
   * @param body - Where to send which events.
   * - `url`: The URL that receives events by POST. It begins with `https://`, has no user
   *   name, password or fragment, and its host has public addresses only. Servers for
   *   development may allow `http://` on the loopback. 1 to 2048 characters.
   * - `events` (optional): The types of events to send. If absent, all types that exist now. 1
   *   to 50 items. No item twice.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns The webhook endpoint with its new secret, which is returned this once.
   */
  create(
    organizationId: string,
    body: CreateWebhookEndpointBody,
    options?: RequestOptions,
  ): Call<IssuedWebhookEndpoint, CreateWebhookEndpointCode> {
    return this.core.call(
      "POST",
      { path: "/organizations/{organizationId}/webhook-endpoints", ids: [organizationId], body },
      options,
    );
  }

  /**
   * Get a webhook endpoint.
   *
   * Returns a webhook endpoint without its secret. Costs one request.
   *
   * Needs the scope `webhooks:read`.
   *
   * @param organizationId - The organization's id.
   * @param webhookEndpointId - The webhook endpoint's id.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns The webhook endpoint.
   */
  get(
    organizationId: string,
    webhookEndpointId: string,
    options?: RequestOptions,
  ): Call<WebhookEndpoint, GetWebhookEndpointCode> {
    return this.core.call(
      "GET",
      {
        path: "/organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}",
        ids: [organizationId, webhookEndpointId],
      },
      options,
    );
  }

  /**
   * Update a webhook endpoint.
   *
   * Changes the URL or the events of a webhook endpoint, or disables or enables it. An endpoint
   * that answered with 410 was disabled; enable it when it works again. Costs one request.
   *
   * Needs the scope `webhooks:write`.
   *
   * @param organizationId - The organization's id.
   * @param webhookEndpointId - The webhook endpoint's id.
   * @param body - The members to change; those that are absent stay as they are.
   * - `url` (optional): The URL that receives events by POST. It begins with `https://`, has
   *   no user name, password or fragment, and its host has public addresses only. Servers for
   *   development may allow `http://` on the loopback. 1 to 2048 characters.
   * - `events` (optional): The types of events to send. 1 to 50 items. No item twice.
   * - `enabled` (optional): False stops deliveries, those that wait for another attempt
   *   included. True starts them again.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns The webhook endpoint.
   */
  update(
    organizationId: string,
    webhookEndpointId: string,
    body: UpdateWebhookEndpointBody,
    options?: RequestOptions,
  ): Call<WebhookEndpoint, UpdateWebhookEndpointCode> {
    return this.core.call(
      "PATCH",
      {
        path: "/organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}",
        ids: [organizationId, webhookEndpointId],
        body,
      },
      options,
    );
  }

  /**
   * Delete a webhook endpoint.
   *
   * Deletes a webhook endpoint with its deliveries. Pending deliveries are not sent. Costs one
   * request.
   *
   * Needs the scope `webhooks:write`.
   *
   * @param organizationId - The organization's id.
   * @param webhookEndpointId - The webhook endpoint's id.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns Deleted. There is no body.
   */
  delete(
    organizationId: string,
    webhookEndpointId: string,
    options?: RequestOptions,
  ): Call<void, DeleteWebhookEndpointCode> {
    return this.core.call(
      "DELETE",
      {
        path: "/organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}",
        ids: [organizationId, webhookEndpointId],
      },
      options,
    );
  }

  /**
   * Rotate the secret of a webhook endpoint.
   *
   * Makes a new secret and returns it, this once. For `gracePeriodSeconds`, deliveries carry a
   * signature of the new secret and one of the old secret, so that the receiver can change over
   * at any moment. A secret before the old one stops at once. Costs one request.
   *
   * Needs the scope `webhooks:write`.
   *
   * @param organizationId - The organization's id.
   * @param webhookEndpointId - The webhook endpoint's id.
   * @param body - How to hand over from the old secret to the new one.
   * - `gracePeriodSeconds` (optional): How many seconds deliveries carry a signature of the
   *   old secret beside that of the new one, from 0 to 30 days. 0 to 2592000. Default: 86400.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns The webhook endpoint with its new secret, which is returned this once.
   */
  rotate(
    organizationId: string,
    webhookEndpointId: string,
    body?: RotateWebhookEndpointBody,
    options?: RequestOptions,
  ): Call<IssuedWebhookEndpoint, RotateWebhookEndpointCode> {
    return this.core.call(
      "POST",
      {
        path: "/organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}/rotate",
        ids: [organizationId, webhookEndpointId],
        body,
      },
      options,
    );
  }

  /**
   * Send a test event.
   *
   * Sends an event of the type `webhook.test` to a webhook endpoint, whatever types it asks for.
   * If an earlier test event still waits for an attempt, that one is sent at once instead. The
   * response does not wait for the delivery; the list of deliveries shows how it went. Costs one
   * request.
   *
   * Needs the scope `webhooks:write`.
   *
   * @param organizationId - The organization's id.
   * @param webhookEndpointId - The webhook endpoint's id.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns The delivery of a test event. It is on its way.
   */
  test(
    organizationId: string,
    webhookEndpointId: string,
    options?: RequestOptions,
  ): Call<WebhookDelivery, TestWebhookEndpointCode> {
    return this.core.call(
      "POST",
      {
        path: "/organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}/test",
        ids: [organizationId, webhookEndpointId],
      },
      options,
    );
  }

  /**
   * List deliveries.
   *
   * Returns the deliveries to a webhook endpoint of the last 30 days, newest first: the event,
   * each attempt, and when the next one is due. Costs one request.
   *
   * Needs the scope `webhooks:read`.
   *
   * @param organizationId - The organization's id.
   * @param webhookEndpointId - The webhook endpoint's id.
   * @param query - What to return.
   * - `status` (optional): Only deliveries with this status.
   * - `limit` (optional): How many items to return at most. 1 to 500. Default: 100.
   * - `cursor` (optional): Where to go on; taken from the `Link` header of the page before,
   *   and opaque. 1 to 512 characters.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns A page of deliveries, newest first.
   */
  deliveries(
    organizationId: string,
    webhookEndpointId: string,
    query?: ListWebhookDeliveriesQuery,
    options?: RequestOptions,
  ): List<WebhookDelivery> {
    return new List(
      this.core,
      {
        path: "/organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}/deliveries",
        ids: [organizationId, webhookEndpointId],
        query,
      },
      options,
    );
  }

  /**
   * Replay a delivery.
   *
   * Sends an event to its webhook endpoint again, now, whether it was delivered or not, with the
   * same `webhook-id`. If that fails, it is tried again as often as a new delivery. If an
   * attempt is under way, it is not sent a second time beside it. Costs one request.
   *
   * Needs the scope `webhooks:write`.
   *
   * @param organizationId - The organization's id.
   * @param webhookEndpointId - The webhook endpoint's id.
   * @param webhookDeliveryId - The delivery's id.
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns The delivery, which is due again.
   */
  replay(
    organizationId: string,
    webhookEndpointId: string,
    webhookDeliveryId: string,
    options?: RequestOptions,
  ): Call<WebhookDelivery, ReplayWebhookDeliveryCode> {
    return this.core.call(
      "POST",
      {
        path: "/organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}/deliveries/{webhookDeliveryId}/replay",
        ids: [organizationId, webhookEndpointId, webhookDeliveryId],
      },
      options,
    );
  }
}
