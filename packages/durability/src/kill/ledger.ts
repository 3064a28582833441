import type { Answer } from "./connection.ts";

/** An object that was created, and whether its end was requested or acknowledged. */
export interface Item {
  readonly kind: "key" | "dataset";
  /** The name, in digits, which is also the Idempotency-Key of its creation. */
  readonly name: string;
  /** The price in credits; 0 for a key. */
  readonly samples: number;
  /** Whether it will be revoked or deleted. */
  readonly isFleeting: boolean;
  readonly id: string;
  /** The secret of a key. */
  readonly secret: string | undefined;
  /** The request id of the response that acknowledged it. */
  readonly receipt: string;
  state: "there" | "ending" | "ended";
  /** The request id of the response that acknowledged its end. */
  endReceipt: string | undefined;
}

/** A create request without a response so far. */
export type Order = Pick<Item, "kind" | "name" | "samples" | "isFleeting">;

/** The writes that a server acknowledged, and those that were requested without a response. */
export class Ledger {
  items: Item[] = [];
  readonly orders: Set<Order> = new Set();
  /** Acknowledged writes. */
  acknowledged = 0;
  /** Requests that got no response because of a kill. */
  unanswered = 0;

  order(wanted: Omit<Order, "name">): Order {
    const order = { ...wanted, name: `${crypto.getRandomValues(new BigUint64Array(1))[0]}` };
    this.orders.add(order);
    return order;
  }

  fulfil(order: Order, { receipt, body }: Pick<Answer, "receipt" | "body">): void {
    const { id, secret } = body;
    this.orders.delete(order);
    this.items.push({ ...order, id, secret, receipt, state: "there", endReceipt: undefined });
    this.acknowledged += 1;
  }

  /** One of the latest existing objects, whose end can be requested. */
  beginEnd(): Item | undefined {
    const latest = this.items.slice(-16);
    const item = latest.find(({ state, isFleeting }) => state === "there" && isFleeting);
    if (item) item.state = "ending";
    return item;
  }

  end(item: Item, { receipt }: Pick<Answer, "receipt">): void {
    item.state = "ended";
    item.endReceipt = receipt;
    this.acknowledged += 1;
  }

  /** Forgets all other responses, as if they had never arrived. */
  keepOnly(receipts: ReadonlySet<string>): void {
    for (const item of this.items) {
      if (item.endReceipt !== undefined && !receipts.has(item.endReceipt)) this.#unend(item);
      if (!receipts.has(item.receipt)) this.#unfulfil(item);
    }
    this.items = this.items.filter(({ receipt }) => receipts.has(receipt));
  }

  #unend(item: Item): void {
    item.state = "ending";
    item.endReceipt = undefined;
    this.#missAnswer();
  }

  #unfulfil({ kind, name, samples, isFleeting }: Item): void {
    this.orders.add({ kind, name, samples, isFleeting });
    this.#missAnswer();
  }

  #missAnswer(): void {
    this.acknowledged -= 1;
    this.unanswered += 1;
  }
}
