import type { Note } from "./change.ts";
import { compareMaps } from "./maps.ts";
import type { Recall } from "./memory.ts";
import type { Api } from "./openapi.ts";
import { compareOperation } from "./operation.ts";
import { operationsIn, webhookItemsOf } from "./operations.ts";

interface WebhookComparison {
  readonly noteFor: (operation: string) => Note;
  readonly recall: Recall;
}

/** Compares webhooks: the requests that the API sends to clients that subscribed to them. */
export function compareWebhooks(old: Api, now: Api, { noteFor, recall }: WebhookComparison): void {
  compareMaps(operationsIn(webhookItemsOf(old)), operationsIn(webhookItemsOf(now)), {
    both: (before, after) =>
      compareOperation(before, after, { note: noteFor(after.name), recall, caller: "api" }),
    gone: ({ name, pointer }) =>
      noteFor(name)("breaking", pointer, "the webhook is gone: clients that expect it break"),
    added: ({ name, pointer }) => noteFor(name)("compatible", pointer, "the webhook is new"),
  });
}
