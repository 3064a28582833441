import { expect, test } from "vitest";
import type { Arrival } from "./arrivals.ts";
import { compare, type Delivery, type WebhookFindings } from "./compare.ts";

const NOTHING: WebhookFindings = { lost: [], disordered: [], invented: [], refused: [] };
const ROTATED = "api_key.rotated";
const REVOKED = "api_key.revoked";
const changes = [
  { subject: "key", types: [ROTATED, REVOKED] },
  { subject: "kept", types: [] },
];

function arrival(id: string, type: string, apiKeyId = "key"): Arrival {
  return { messageId: id, event: { id, type, data: { apiKeyId } } };
}

function delivery({ event }: Arrival, status: Delivery["status"] = "delivered"): Delivery {
  return { status, event, attempts: [] };
}

const [rotated, revoked] = [arrival("1", ROTATED), arrival("2", REVOKED)];
const deliveries = [delivery(rotated), delivery(revoked)];

test("finds nothing wrong with events that arrive in order, some of them twice", () => {
  const arrivals = [rotated, rotated, revoked, rotated];
  expect(compare({ changes, arrivals, deliveries })).toEqual(NOTHING);
});

test("finds an event that has not arrived", () => {
  const lost = [`${REVOKED} of key has not arrived`];
  const found = compare({ changes, arrivals: [rotated], deliveries: [delivery(rotated)] });
  expect(found).toEqual({ ...NOTHING, lost });
});

test("finds events whose first arrivals are not in order", () => {
  const { disordered, ...others } = compare({ changes, arrivals: [revoked, rotated], deliveries });
  expect(disordered).toEqual([`key got ${REVOKED},${ROTATED} for ${ROTATED},${REVOKED}`]);
  expect(others).toMatchObject({ lost: [], invented: [] });
});

test.each([
  ["a change that did not happen", arrival("3", REVOKED, "kept")],
  ["a key that nobody changed", arrival("3", REVOKED, "other")],
  ["a change that has an event already", arrival("3", REVOKED)],
])("finds an event of %s", (_, more) => {
  const arrivals = [rotated, revoked, more];
  const found = compare({ changes, arrivals, deliveries: [...deliveries, delivery(more)] });
  expect(found).toMatchObject({ lost: [], invented: [expect.stringContaining(REVOKED)] });
});

test("finds an arrival that the log does not show as delivered", () => {
  const log = [delivery(rotated), delivery(revoked, "failed")];
  const { lost } = compare({ changes, arrivals: [rotated, revoked], deliveries: log });
  expect(lost).toEqual([
    "2 arrived, and is not delivered in the log",
    `${REVOKED} 2 is failed in the log`,
  ]);
});

test("finds a request that was refused", () => {
  const arrivals = [rotated, { refused: "No matching signature found" }, revoked];
  const { refused } = compare({ changes, arrivals, deliveries });
  expect(refused).toEqual(["No matching signature found"]);
});
