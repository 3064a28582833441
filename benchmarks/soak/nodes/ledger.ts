/** A key or a dataset whose creation was acknowledged. */
export interface Made {
  readonly kind: "key" | "dataset";
  /** Its own, and the Idempotency-Key with which it was made. */
  readonly name: string;
  readonly id: string;
  /** A key's; empty for a dataset. */
  readonly secret: string;
  readonly samples: number;
  /** Of an end that was asked for, nothing is known until it is acknowledged. */
  state: "there" | "ending" | "ended";
}

/** What the servers have acknowledged, and what they have said that no contract knows. */
export class Ledger {
  readonly made: Made[] = [];
  acknowledged = 0;
  /** Answers with 503 or 409, which a client repeats. */
  refused = 0;
  /** Requests whose connection broke, or that a frozen server did not answer. */
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
