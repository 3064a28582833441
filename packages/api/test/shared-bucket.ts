import { type Draw, type Drawn, type GivenBack, LEASE_LIFE } from "../src/store/leased-buckets.ts";

interface Bucket {
  tokens: number;
  moment: number;
  leases: ReadonlyMap<string, { readonly tokens: number; readonly until: number }>;
}

/** The tokens that a server draws, or gives back if negative. */
interface Change extends Omit<Draw, "held" | "wanted"> {
  readonly holder: string;
  readonly held: number;
  readonly wanted: number;
  readonly returned: number;
}

/** A model of the rule that `drawTokens` implements in SQL. A test compares them on PostgreSQL. */
export class SharedBuckets {
  readonly #buckets = new Map<string, Bucket>();

  draw(holder: string, draw: Draw): Drawn {
    return this.#change({ ...draw, holder, returned: 0 });
  }

  giveBack(holder: string, leases: readonly GivenBack[]): void {
    for (const lease of leases)
      this.#change({ ...lease, holder, held: 0, wanted: 0, returned: lease.tokens });
  }

  #change({ id, policy, holder, held, wanted, returned, now }: Change): Drawn {
    const { limit, windowSeconds } = policy;
    const before = this.#buckets.get(id) ?? { tokens: limit, moment: now, leases: new Map() };
    const moment = Math.max(before.moment, now);
    const rate = limit / (windowSeconds * 1000);
    const dueOf = ({ tokens, until }: { tokens: number; until: number }) =>
      Math.max(0, tokens - Math.max(0, moment - until) * rate);
    const known = before.leases.get(holder);
    const others = new Map(
      [...before.leases].filter(([name, lease]) => name !== holder && dueOf(lease) > 0),
    );
    const lent = [...others.values()].reduce((sum, lease) => sum + dueOf(lease), 0);
    const full = limit - lent - (known ? dueOf(known) : 0);
    const refilled = Math.min(full, before.tokens + (moment - before.moment) * rate);
    const level = Math.max(0, Math.min(limit - lent - held, refilled + returned));
    const granted = Math.min(wanted, Math.floor(level));
    const own = { tokens: held + granted, until: moment + LEASE_LIFE };
    if (own.tokens > 0) others.set(holder, own);
    this.#buckets.set(id, { tokens: level - granted, moment, leases: others });
    return { granted, left: level - granted };
  }
}
