import { BRAND, SinkoveError } from "../errors/sinkove-error.ts";

/** Why a webhook is refused. */
export type WebhookErrorCode =
  | "WEBHOOK_HEADERS_MISSING"
  | "WEBHOOK_TOO_OLD"
  | "WEBHOOK_TOO_NEW"
  | "WEBHOOK_SIGNATURE_MISMATCH"
  | "WEBHOOK_BODY_INVALID";

/** A request is not a webhook of Sinkove's, or a copy of an old one. Answer it with 400, and do nothing else. */
export class WebhookError extends SinkoveError<WebhookErrorCode> {
  /** @internal */
  static override readonly [BRAND]: string = "WebhookError";
}
