/** A key or a dataset whose creation was acknowledged. */
export interface Made {
  readonly kind: "key" | "dataset";
  /** The name, which is also the Idempotency-Key of its creation. */
  readonly name: string;
  readonly id: string;
  /** The secret of a key; empty for a dataset. */
  readonly secret: string;
  readonly samples: number;
  /** `ending` means that an end was requested but not acknowledged, so the object may exist or not. */
  state: "there" | "ending" | "ended";
}

/** What the servers acknowledged, and their responses that the contract does not allow. */
export class Ledger {
  readonly made: Made[] = [];
  acknowledged = 0;
  /** The number of 503 and 409 responses, which a client retries. */
  refused = 0;
  /** The number of requests whose connection broke, or that a frozen server did not answer. */
  unanswered = 0;
  reads = 0;
  readonly strange: string[] = [];

  add(made: Omit<Made, "state">): Made {
    const entry: Made = { ...made, state: "there" };
    this.made.push(entry);
    this.acknowledged += 1;
    return entry;
  }

  end(made: Made): void {
    made.state = "ended";
    this.acknowledged += 1;
  }
}
