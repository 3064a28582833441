import type { WebhookEventType } from "@sinkove/contract";

const TEXTS: Readonly<Record<WebhookEventType, string>> = {
  "dataset.ready": "A dataset can be downloaded",
  "dataset.failed": "A dataset could not be made; its credits were given back",
  "dataset.expired": "The archive of a dataset was removed after its retention period",
  "api_key.expiring": "An API key expires in 30, 7 or 1 days",
  "api_key.leaked": "An API key was reported as leaked",
  "api_key.revoked": "An API key was revoked",
  "api_key.rotated": "An API key was rotated",
  "credits.low": "The organization has few credits left",
};

/** An event type with a description. */
export interface EventTypeText {
  readonly type: WebhookEventType;
  readonly text: string;
}

/** Every event type, in the order of the form. */
// The cast is needed because `Object.keys` returns `string[]`.
export const EVENT_TYPES: readonly WebhookEventType[] = Object.keys(TEXTS) as WebhookEventType[];

/** Returns the event types to choose from: all known types, and other types that an endpoint already has. */
export function eventTypesFor(chosen: readonly WebhookEventType[]): readonly EventTypeText[] {
  const types = new Set([...EVENT_TYPES, ...chosen]);
  return [...types].map((type) => ({ type, text: TEXTS[type] ?? "" }));
}

/** Returns a short text for the event types of an endpoint. */
export function eventsText(events: readonly WebhookEventType[]): string {
  return events.length <= 2 ? events.join(", ") : `${events.length} event types`;
}
