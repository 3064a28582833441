import {
  createWebhookDeliverer,
  type Store,
  type WebhookDeliverer,
  type WebhookLogEntry,
} from "@sinkove/api";
import { createWebhookSender } from "@sinkove/api/node";
import type { Configuration } from "../configuration.ts";
import type { SigningSecrets } from "../signing-secret.ts";
import { wait } from "../wait.ts";

/**
 * How many deliveries of this process are under way at once. Each is an open connection and little more. There are many,
 * because an organization has three: a few organizations whose endpoints answer late must not take all of them.
 */
const SLOTS = 200;

/** A lease lasts this many times as long as an attempt may take, since the database may be slow before and after it. */
const LEASE_TIMES = 4;

/** What a deliverer works with. */
export interface Delivering {
  readonly configuration: Pick<Configuration, "webhooks" | "webhookTimeout" | "webhookRetries">;
  readonly store: Store;
  /** The service's own, which encrypt the secrets of endpoints: the first new ones, any of them existing ones. */
  readonly secrets: SigningSecrets;
  readonly log: (entry: WebhookLogEntry) => void;
}

/** Starts to deliver events to webhook endpoints, unless the configuration leaves that to other servers. */
export function startDeliverer(options: Delivering): Pick<WebhookDeliverer, "stop"> {
  const { configuration, store, secrets, log } = options;
  const { webhooks, webhookTimeout: timeout, webhookRetries: retryAfter } = configuration;
  const [secret, ...formerSecrets] = secrets;
  if (webhooks === "off") return { stop: async () => {} };
  const deliverer = createWebhookDeliverer({
    store,
    secret,
    formerSecrets,
    send: createWebhookSender({ allowsLoopback: webhooks === "loopback", timeout }),
    clock: Date.now,
    monotonic: () => performance.now(),
    wait,
    log,
    slots: SLOTS,
    leaseFor: LEASE_TIMES * timeout,
    ...(retryAfter && { retryAfter }),
  });
  deliverer.start();
  return deliverer;
}
