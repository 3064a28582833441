import type { Change } from "./changes.ts";
import { type ReceivedEvent, type Refusal, subjectOf } from "./received-events.ts";

/** A delivery as the API lists it. */
export interface Delivery {
  readonly status: "pending" | "delivered" | "failed";
  readonly event: ReceivedEvent["event"];
  readonly attempts: readonly object[];
}

/** What is wrong; all lists are empty if nothing is. */
export interface WebhookFindings {
  /** Events that should have arrived and have not, or whose delivery is not in the API's log as delivered. */
  readonly lost: readonly string[];
  /** Datasets and keys whose events first arrived in another order than that of the changes. */
  readonly disordered: readonly string[];
  /** Events of changes that did not happen, and changes that have two events. */
  readonly invented: readonly string[];
  /** Requests that the receiver has refused, such as one with a wrong signature. */
  readonly refused: readonly string[];
}

/** What is compared. */
export interface Evidence {
  readonly changes: readonly Change[];
  /** Oldest first. */
  readonly received: readonly (ReceivedEvent | Refusal)[];
  readonly deliveries: readonly Delivery[];
}

/** Compares what arrived with what has happened. */
export function compare({ changes, received, deliveries }: Evidence): WebhookFindings {
  const arrived = received.filter((each) => "event" in each);
  const first = typesBySubject(arrived);
  const found = { lost: [], disordered: [], invented: [] } as Record<string, string[]>;
  const { lost = [], disordered = [], invented = [] } = found;
  for (const { subject, types } of changes) {
    const got = first.get(subject) ?? [];
    const missing = types.filter((type) => !got.includes(type));
    lost.push(...missing.map((type) => `${type} of ${subject} has not arrived`));
    const more = got.filter((type, place) => !types.includes(type) || got.indexOf(type) < place);
    invented.push(...more.map((type) => `${type} of ${subject} has no change of its own`));
    const expected = types.filter((type) => got.includes(type)).join();
    const actual = [...new Set(got)].filter((type) => types.includes(type)).join();
    if (actual !== expected) disordered.push(`${subject} got ${actual} for ${expected}`);
  }
  const known = new Set(changes.map(({ subject }) => subject));
  for (const [subject, types] of first)
    if (!known.has(subject)) invented.push(`${types.join()} of ${subject}, which nobody changed`);
  lost.push(...unlogged(arrived, deliveries));
  const refused = received.flatMap((each) => ("refused" in each ? each.refused : []));
  return { lost, disordered, invented, refused };
}

/** The types that arrived of each subject, in the order in which they first arrived. An event counts once. */
function typesBySubject(received: readonly ReceivedEvent[]): Map<string, string[]> {
  const seen = new Set<string>();
  const types = new Map<string, string[]>();
  for (const each of received) {
    if (seen.has(each.messageId)) continue;
    seen.add(each.messageId);
    const subject = subjectOf(each);
    types.set(subject, [...(types.get(subject) ?? []), each.event.type]);
  }
  return types;
}

/** Each event that arrived has one delivery, which the API shows as delivered. */
function unlogged(received: readonly ReceivedEvent[], deliveries: readonly Delivery[]): string[] {
  const ids = new Set(received.map(({ messageId }) => messageId));
  const delivered = deliveries.filter(({ status }) => status === "delivered");
  const logged = new Set(delivered.map(({ event }) => event.id));
  return [
    ...[...ids]
      .filter((id) => !logged.has(id))
      .map((id) => `${id} arrived, and is not delivered in the log`),
    ...deliveries
      .filter(({ status, event }) => status !== "delivered" || !ids.has(event.id))
      .map(({ status, event }) => `${event.type} ${event.id} is ${status} in the log`),
  ];
}
