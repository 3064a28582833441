export type {
  ApiKeyWebhookData,
  ApiKeyWebhookEvent,
  CreditsWebhookEvent,
  DatasetWebhookData,
  DatasetWebhookEvent,
  EmptyWebhookData,
  TestWebhookEvent,
  Timestamp,
  Uuid,
  WebhookEvent,
} from "@sinkove/contract";
export { ArgumentError, ConfigurationError } from "./errors/client-errors.ts";
export { type Attempt, SinkoveError } from "./errors/sinkove-error.ts";
export {
  type UnwrapOptions,
  unwrap,
  type WebhookBody,
  type WebhookHeaders,
  type WebhookSecret,
} from "./webhooks/unwrap.ts";
export { WebhookError, type WebhookErrorCode } from "./webhooks/webhook-error.ts";
