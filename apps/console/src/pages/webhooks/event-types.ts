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

/** An event type with a sentence about when it is sent. */
export interface EventTypeText {
  readonly type: WebhookEventType;
  readonly text: string;
}

/** Every event type, in the order of the form. */
// A boundary: the type of `Object.keys` is `string[]`.
export const EVENT_TYPES: readonly WebhookEventType[] = Object.keys(TEXTS) as WebhookEventType[];

/** The event types to choose from: all that this console knows, and those that an endpoint has besides. */
export function eventTypesFor(chosen: readonly WebhookEventType[]): readonly EventTypeText[] {
  const types = new Set([...EVENT_TYPES, ...chosen]);
  return [...types].map((type) => ({ type, text: TEXTS[type] ?? "" }));
}

/** The event types of an endpoint in a few words. */
export function eventsText(events: readonly WebhookEventType[]): string {
  return events.length <= 2 ? events.join(", ") : `${events.length} event types`;
}
