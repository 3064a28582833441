import type { WebhookLogEntry } from "@sinkove/api";
import { Counter, type Registry } from "prom-client";

const OUTCOMES = ["delivered", "retry", "failed", "gone"];

/** Counts what a deliverer logs about attempts; other lines are ignored. */
export function createWebhookMetrics(registry: Registry): (entry: WebhookLogEntry) => void {
  const attempts = new Counter({
    name: "sinkove_webhook_attempts_total",
    help: "Attempts to deliver webhooks, by how they ended: delivered, retry, failed or gone.",
    labelNames: ["outcome"],
    registers: [registry],
  });
  // From the start, so that a first failure shows as a rise.
  for (const outcome of OUTCOMES) attempts.inc({ outcome }, 0);
  return ({ outcome }) => {
    if (outcome !== undefined) attempts.inc({ outcome });
  };
}
