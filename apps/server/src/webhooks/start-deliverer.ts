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
 * The most deliveries of this process that run at once. Each is an open connection and little more. The number is
 * large, because an organization may use three: a few organizations with slow endpoints must not use all of them.
 */
const SLOTS = 200;

/** A lease lasts this many times as long as an attempt may take, since the database may be slow before and after it. */
const LEASE_TIMES = 4;

/** The dependencies of a deliverer. */
export interface Delivering {
  readonly configuration: Pick<Configuration, "webhooks" | "webhookTimeout" | "webhookRetries">;
  readonly store: Store;
  /** The service's secrets. The first encrypts new secrets of endpoints; all of them decrypt existing ones. */
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
