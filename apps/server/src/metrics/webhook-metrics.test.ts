import { Registry } from "prom-client";
import { expect, it } from "vitest";
import { createWebhookMetrics } from "./webhook-metrics.ts";

it("counts attempts by their outcome, and nothing else", async () => {
  const registry = new Registry();
  const record = createWebhookMetrics(registry);
  const message = "webhook attempted";
  record({ level: "info", message, outcome: "delivered" });
  record({ level: "info", message, outcome: "delivered", organizationId: "secret-id" });
  record({ level: "info", message, outcome: "retry" });
  record({ level: "error", message: "webhooks are not delivered" });
  const lines = (await registry.metrics()).split("\n").filter((line) => /^sinkove/.test(line));
  expect(lines).toEqual([
    'sinkove_webhook_attempts_total{outcome="delivered"} 2',
    'sinkove_webhook_attempts_total{outcome="retry"} 1',
    'sinkove_webhook_attempts_total{outcome="failed"} 0',
    'sinkove_webhook_attempts_total{outcome="gone"} 0',
  ]);
});
