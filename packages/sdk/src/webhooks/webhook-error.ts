import { BRAND, SinkoveError } from "../errors/sinkove-error.ts";

/** Why a webhook is refused. */
export type WebhookErrorCode =
  | "WEBHOOK_HEADERS_MISSING"
  | "WEBHOOK_TOO_OLD"
  | "WEBHOOK_TOO_NEW"
  | "WEBHOOK_SIGNATURE_MISMATCH"
  | "WEBHOOK_BODY_INVALID";

/**
 * The request is not a webhook from Sinkove, or is a copy of an old one. Respond with 400, and do
 * nothing else.
 */
export class WebhookError extends SinkoveError<WebhookErrorCode> {
  /** @internal */
  static override readonly [BRAND]: string = "WebhookError";
}
