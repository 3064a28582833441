import type { Note } from "./change.ts";
import type { Recall } from "./memory.ts";
import type { Api } from "./openapi.ts";
import { compareOperation } from "./operation.ts";
import { operationsIn, webhookItemsOf } from "./operations.ts";

interface WebhookComparison {
  readonly noteFor: (operation: string) => Note;
  readonly recall: Recall;
}

/** Compares the requests that the API sends to clients who asked for them. */
export function compareWebhooks(old: Api, now: Api, { noteFor, recall }: WebhookComparison): void {
  const [before, after] = [operationsIn(webhookItemsOf(old)), operationsIn(webhookItemsOf(now))];
  for (const [key, webhook] of before) {
    const other = after.get(key);
    const note = noteFor(other?.name ?? webhook.name);
    if (other) compareOperation(webhook, other, { note, recall, caller: "api" });
    else note("breaking", webhook.pointer, "the webhook is gone: clients that wait for it break");
  }
  for (const [key, { name, pointer }] of after) {
    if (!before.has(key)) noteFor(name)("compatible", pointer, "the webhook is new");
  }
}
