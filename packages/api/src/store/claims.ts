import { IdempotencyKeyBusyError, type WriteScope } from "./store.ts";

/** The Idempotency-Keys that requests of this process hold. */
export class Claims {
  readonly #held = new Set<string>();

  async hold<T>({ accountId, idempotencyKey }: WriteScope, work: () => Promise<T>): Promise<T> {
    if (idempotencyKey === undefined) return work();
    const claim = `${accountId} ${idempotencyKey}`;
    if (this.#held.has(claim)) throw new IdempotencyKeyBusyError("The key is held.");
    this.#held.add(claim);
    try {
      return await work();
    } finally {
      this.#held.delete(claim);
    }
  }
}
