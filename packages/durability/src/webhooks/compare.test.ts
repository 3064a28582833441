import { expect, test } from "vitest";
import { compare, type Delivery, type WebhookFindings } from "./compare.ts";
import type { ReceivedEvent } from "./received-events.ts";

const NOTHING: WebhookFindings = { lost: [], disordered: [], invented: [], refused: [] };
const ROTATED = "api_key.rotated";
const REVOKED = "api_key.revoked";
const changes = [
  { subject: "key", types: [ROTATED, REVOKED] },
  { subject: "kept", types: [] },
];

function eventOf(id: string, type: string, apiKeyId = "key"): ReceivedEvent {
  return { messageId: id, event: { id, type, data: { apiKeyId } } };
}

function delivery({ event }: ReceivedEvent, status: Delivery["status"] = "delivered"): Delivery {
  return { status, event, attempts: [] };
}

const [rotated, revoked] = [eventOf("1", ROTATED), eventOf("2", REVOKED)];
const deliveries = [delivery(rotated), delivery(revoked)];

test("finds nothing wrong with events that arrive in order, some of them twice", () => {
  const received = [rotated, rotated, revoked, rotated];
  expect(compare({ changes, received, deliveries })).toEqual(NOTHING);
});

test("finds an event that has not arrived", () => {
  const lost = [`${REVOKED} of key has not arrived`];
  const found = compare({ changes, received: [rotated], deliveries: [delivery(rotated)] });
  expect(found).toEqual({ ...NOTHING, lost });
});

test("finds events that first arrived in the wrong order", () => {
  const { disordered, ...others } = compare({ changes, received: [revoked, rotated], deliveries });
  expect(disordered).toEqual([`key got ${REVOKED},${ROTATED} for ${ROTATED},${REVOKED}`]);
  expect(others).toMatchObject({ lost: [], invented: [] });
});

test.each([
  ["a change that did not happen", eventOf("3", REVOKED, "kept")],
  ["a key that nobody changed", eventOf("3", REVOKED, "other")],
  ["a change that has an event already", eventOf("3", REVOKED)],
])("finds an event of %s", (_, more) => {
  const received = [rotated, revoked, more];
  const found = compare({ changes, received, deliveries: [...deliveries, delivery(more)] });
  expect(found).toMatchObject({ lost: [], invented: [expect.stringContaining(REVOKED)] });
});

test("finds an event that the log does not show as delivered", () => {
  const log = [delivery(rotated), delivery(revoked, "failed")];
  const { lost } = compare({ changes, received: [rotated, revoked], deliveries: log });
  expect(lost).toEqual([
    "2 arrived, and is not delivered in the log",
    `${REVOKED} 2 is failed in the log`,
  ]);
});

test("finds a request that was refused", () => {
  const received = [rotated, { refused: "No matching signature found" }, revoked];
  const { refused } = compare({ changes, received, deliveries });
  expect(refused).toEqual(["No matching signature found"]);
});
