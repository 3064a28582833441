import type { Answer } from "./connection.ts";

/** Something that was made, and whether its end is asked for or acknowledged. */
export interface Item {
  readonly kind: "key" | "dataset";
  /** Its own, in digits, and the Idempotency-Key with which it was made. */
  readonly name: string;
  /** What it cost; a key costs nothing. */
  readonly samples: number;
  /** Whether it will be revoked or deleted. */
  readonly isFleeting: boolean;
  readonly id: string;
  /** A key's. */
  readonly secret: string | undefined;
  /** Of the answer that acknowledged it. */
  readonly receipt: string;
  state: "there" | "ending" | "ended";
  /** Of the answer that acknowledged its end. */
  endReceipt: string | undefined;
}

/** A create that was sent, and is not answered yet. */
export type Order = Pick<Item, "kind" | "name" | "samples" | "isFleeting">;

/** What a server has acknowledged, and what it was asked for and has not. */
export class Ledger {
  items: Item[] = [];
  readonly orders: Set<Order> = new Set();
  /** Acknowledged writes. */
  acknowledged = 0;
  /** Requests that a kill left without an answer. */
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

  /** One of the latest that are there, for its end to be asked for. */
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

  /** Takes all other answers back, as if they had never come. */
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
