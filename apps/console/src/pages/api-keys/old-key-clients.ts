import type { LoggedRequest } from "@sinkove/contract";
import { clientName } from "./client-name.ts";

/** A program at an address that uses a key. */
export interface KeyClient {
  readonly address: string;
  readonly client: string;
  readonly requests: number;
  /** When it was last seen, RFC 3339. */
  readonly lastSeenAt: string;
}

const QUIET_MS = 3_600_000;

/** Who made the requests, the latest first. */
export function clientsOf(requests: readonly LoggedRequest[]): readonly KeyClient[] {
  const clients = new Map<string, KeyClient>();
  for (const { address, userAgent, occurredAt } of requests) {
    const from = { address: address ?? "Unknown address", client: clientName(userAgent) };
    const id = `${from.address}\n${from.client}`;
    const known = clients.get(id) ?? { ...from, requests: 0, lastSeenAt: occurredAt };
    const lastSeenAt = occurredAt > known.lastSeenAt ? occurredAt : known.lastSeenAt;
    clients.set(id, { ...from, requests: known.requests + 1, lastSeenAt });
  }
  return [...clients.values()].toSorted(
    (one, other) => Date.parse(other.lastSeenAt) - Date.parse(one.lastSeenAt),
  );
}

/** Whether a key has not been used for an hour since it was rotated, so that it can end. */
export function isQuiet(clients: readonly KeyClient[], rotatedAt: number, now: number): boolean {
  const last = Math.max(rotatedAt, ...clients.map(({ lastSeenAt }) => Date.parse(lastSeenAt)));
  return now - last >= QUIET_MS;
}
