import type { WebhookEventType } from "@sinkove/contract";
import { expect, it } from "vitest";
import { EVENT_TYPES, eventsText, eventTypesFor } from "./event-types.ts";

it("keeps an event type that is new since this page was made", () => {
  const unknown = "dataset.renamed" as WebhookEventType;
  const offered = eventTypesFor(["dataset.ready", unknown]).map(({ type }) => type);
  expect(offered).toEqual([...EVENT_TYPES, unknown]);
});

it("names up to two event types, and counts more", () => {
  expect(eventsText(["dataset.ready"])).toBe("dataset.ready");
  expect(eventsText(["dataset.failed", "dataset.ready"])).toBe("dataset.failed, dataset.ready");
  expect(eventsText(EVENT_TYPES)).toBe(`${EVENT_TYPES.length} event types`);
});
