import { createMailDeliverer, type LeaseLoop, type Store } from "@sinkove/api";
import type { Log } from "../../log.ts";
import { wait } from "../../wait.ts";
import type { Mailer } from "./mailer.ts";
import { noticeMail } from "./notice-mail.ts";

/** How many mails of this process are sent at once. */
const SLOTS = 5;

/** The dependencies of a mail deliverer. */
export interface MailDelivering {
  readonly store: Store;
  readonly deliver: Mailer["deliver"];
  /** The origin that people use. */
  readonly origin: () => string;
  readonly log: Log;
}

/** Starts to send the mails in the outbox of the database. */
export function startMailDeliverer(options: MailDelivering): Pick<LeaseLoop, "stop"> {
  const { store, deliver, origin, log } = options;
  const deliverer = createMailDeliverer({
    store,
    send: (to, notice) => deliver(noticeMail(notice, { to, origin: origin() })),
    clock: Date.now,
    wait,
    log: log.write,
    slots: SLOTS,
  });
  deliverer.start();
  return deliverer;
}
