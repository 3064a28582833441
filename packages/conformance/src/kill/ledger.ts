/** Something that was made, and whether its end is asked for or acknowledged. */
export interface Item {
  readonly kind: "key" | "dataset";
  /** Its own, and the Idempotency-Key with which it was made. */
  readonly name: string;
  /** What it cost; a key costs nothing. */
  readonly samples: number;
  /** Whether it will be revoked or deleted. */
  readonly isFleeting: boolean;
  readonly id: string;
  /** A key's. */
  readonly secret: string | undefined;
  state: "there" | "ending" | "ended";
}

/** A create that was sent, and is not answered yet. */
export type Order = Pick<Item, "kind" | "name" | "samples" | "isFleeting">;

/** What a server has acknowledged, and what it was asked for and has not. */
export class Ledger {
  readonly items: Item[] = [];
  readonly orders: Set<Order> = new Set();
  /** Acknowledged writes. */
  acknowledged = 0;
  /** Requests that a kill left without an answer. */
  unanswered = 0;

  order(wanted: Omit<Order, "name">): Order {
    const order = { ...wanted, name: crypto.randomUUID() };
    this.orders.add(order);
    return order;
  }

  fulfil(order: Order, { id, secret }: { readonly id: string; readonly secret?: string }): void {
    this.orders.delete(order);
    this.items.push({ ...order, id, secret, state: "there" });
    this.acknowledged += 1;
  }

  /** One of the latest that are there, for its end to be asked for. */
  beginEnd(): Item | undefined {
    const latest = this.items.slice(-16);
    const item = latest.find(({ state, isFleeting }) => state === "there" && isFleeting);
    if (item) item.state = "ending";
    return item;
  }

  end(item: Item): void {
    item.state = "ended";
    this.acknowledged += 1;
  }
}
