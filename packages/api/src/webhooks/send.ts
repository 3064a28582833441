/** A delivery as it is sent. */
export interface WebhookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Aborted when the deliverer stops. */
  readonly signal: AbortSignal;
}

/**
 * Sends a POST and returns the status of the response. The host provides this function. It must only connect to public
 * addresses, follow no redirects, and end within a time limit that is shorter than the lease of a delivery.
 *
 * @throws WebhookSendError if there was no response
 */
export type SendWebhook = (request: WebhookRequest) => Promise<{ readonly status: number }>;

/** There was no response. The message is for the owner of the endpoint, so it contains no address of the service. */
export class WebhookSendError extends Error {
  override readonly name: string = "WebhookSendError";
}
