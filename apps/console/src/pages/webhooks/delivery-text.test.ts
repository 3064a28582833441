import type { WebhookAttempt, WebhookDelivery } from "@sinkove/contract";
import { expect, it } from "vitest";
import { attemptsText, attemptText, nextAttemptText } from "./delivery-text.ts";

const NOW = Date.parse("2026-11-30T10:00:00.000Z");
const attempt: WebhookAttempt = {
  ...{ attemptedAt: "2026-11-30T10:00:00.000Z", status: 204, error: null, durationMs: 38 },
};

const delivery = (nextAttemptAt: string | null): WebhookDelivery => ({
  ...{ id: "0190f3a0-0000-7000-8000-000000000001", webhookEndpointId: "", attempts: [] },
  event: {
    ...{ id: "", type: "webhook.test", timestamp: "", organizationId: "", data: {} },
  },
  ...{ status: nextAttemptAt === null ? "delivered" : "pending", nextAttemptAt, createdAt: "" },
});

it("shows the status of a successful attempt, and why another failed", () => {
  expect(attemptText(attempt)).toBe("204 in 38 ms");
  const refused = { ...attempt, status: 503, error: "The endpoint answered with 503." };
  expect(attemptText(refused)).toBe("The endpoint answered with 503.");
  const silent = { ...attempt, status: null, error: "The connection was refused." };
  expect(attemptText(silent)).toBe("The connection was refused.");
});

it("counts attempts as far as they are kept", () => {
  const texts = [0, 1, 2, 20].map((length) => attemptsText(Array(length).fill(attempt)));
  expect(texts).toEqual(["0 attempts", "1 attempt", "2 attempts", "20 or more attempts"]);
});

it("says when a pending delivery is attempted next", () => {
  const at = (seconds: number) => delivery(new Date(NOW + seconds * 1000).toISOString());
  expect(nextAttemptText(at(-30), true, NOW)).toBe("next attempt within a minute");
  expect(nextAttemptText(at(5), true, NOW)).toBe("next attempt within a minute");
  expect(nextAttemptText(at(300), true, NOW)).toBe("next attempt in 5 minutes");
  expect(nextAttemptText(at(300), false, NOW)).toBe("waits until the endpoint is enabled");
  expect(nextAttemptText(delivery(null), true, NOW)).toBeUndefined();
});
