import type { LoggedRequest } from "@sinkove/contract";
import { describe, expect, it } from "vitest";
import { clientsOf, isQuiet } from "./old-key-clients.ts";

const request = (changes: Partial<LoggedRequest>): LoggedRequest => ({
  ...{ id: "0190f3a0-0000-7000-8000-000000000001", method: "GET", operation: "listDatasets" },
  ...{ path: "/datasets", status: 200, code: null, reason: null, durationMs: 3 },
  ...{ actor: { type: "api_key", id: "0190f3a0-0000-7000-8000-000000000002" } },
  ...{ address: "203.0.113.7", userAgent: "curl/8.14.1", occurredAt: "2026-11-30T10:00:00.000Z" },
  ...changes,
});

describe("clientsOf", () => {
  it("counts each program at each address once, the latest first", () => {
    const requests = [
      request({ occurredAt: "2026-11-30T10:05:00.000Z" }),
      request({}),
      request({ address: "203.0.113.8", occurredAt: "2026-11-30T10:09:00.000Z" }),
    ];
    expect(clientsOf(requests)).toEqual([
      {
        ...{ address: "203.0.113.8", client: "curl 8.14.1", requests: 1 },
        lastSeenAt: "2026-11-30T10:09:00.000Z",
      },
      {
        ...{ address: "203.0.113.7", client: "curl 8.14.1", requests: 2 },
        lastSeenAt: "2026-11-30T10:05:00.000Z",
      },
    ]);
  });

  it("tells programs at one address apart", () => {
    const requests = [request({}), request({ userAgent: "sinkove-python/0.2.0" })];
    expect(clientsOf(requests)).toHaveLength(2);
  });
});

describe("isQuiet", () => {
  const rotatedAt = Date.parse("2026-11-30T10:00:00Z");
  const clients = clientsOf([request({ occurredAt: "2026-11-30T10:30:00.000Z" })]);

  it("waits for an hour after the last request", () => {
    expect(isQuiet(clients, rotatedAt, Date.parse("2026-11-30T11:29:59Z"))).toBe(false);
    expect(isQuiet(clients, rotatedAt, Date.parse("2026-11-30T11:30:00Z"))).toBe(true);
  });

  it("waits for an hour after the rotation if there was no request", () => {
    expect(isQuiet([], rotatedAt, Date.parse("2026-11-30T10:59:00Z"))).toBe(false);
    expect(isQuiet([], rotatedAt, Date.parse("2026-11-30T11:00:00Z"))).toBe(true);
  });
});
