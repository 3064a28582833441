import { createWebhookDeliverer, type Store, type WebhookDeliverer } from "@sinkove/api";
import { createWebhookSender } from "@sinkove/api/node";

/** Delivers the events of a world, once it has an endpoint to deliver them to. */
export interface WorldWebhooks {
  /** Looks for what is due from now on. */
  readonly start: () => void;
  readonly end: () => void;
}

/** What a world's events are delivered with. */
export interface WorldWebhooksOptions {
  readonly store: Store;
  /** What is due goes by the world's clock. */
  readonly clock: () => number;
  /** Of the world's API. */
  readonly secret: string;
}

/** How often a world looks for what is due, in milliseconds of the real time: its own may stand still. */
const EVERY = 100;
const SLOTS = 10;

/** Makes what delivers a world's events: to programs on this machine, and to public hosts over HTTPS. */
export function createWorldWebhooks(options: WorldWebhooksOptions): WorldWebhooks {
  let timer: NodeJS.Timeout | undefined;
  return {
    start() {
      timer ??= repeat(createDeliverer(options));
    },
    end() {
      clearInterval(timer);
    },
  };
}

function createDeliverer({ store, clock, secret }: WorldWebhooksOptions): WebhookDeliverer {
  return createWebhookDeliverer({
    store,
    secret,
    clock,
    // Receivers compare it with their own clocks, which go by the real time.
    signingClock: () => Date.now(),
    send: createWebhookSender({ allowsLoopback: true }),
    monotonic: () => performance.now(),
    wait: async () => {},
    log: () => {},
    slots: SLOTS,
  });
}

function repeat({ deliverDue }: WebhookDeliverer): NodeJS.Timeout {
  let isDelivering = false;
  const deliver = async (): Promise<void> => {
    // The clock may be moved past the lease of what is under way: it must not be sent twice for that.
    if (isDelivering) return;
    isDelivering = true;
    await deliverDue().finally(() => {
      isDelivering = false;
    });
  };
  // A world in memory always answers. Nobody waits for it: a program ends when its own work has ended.
  return setInterval(() => void deliver(), EVERY).unref();
}
