import { IdempotencyKeyBusyError, type WriteScope } from "./store.ts";

/** The Idempotency-Keys that requests of this process hold. */
export class Claims {
  readonly #held = new Set<string>();

  hold<T>({ accountId, idempotencyKey }: WriteScope, work: () => Promise<T>): Promise<T> {
    return idempotencyKey === undefined
      ? work()
      : this.#hold(`${accountId} ${idempotencyKey}`, work);
  }

  async #hold<T>(claim: string, work: () => Promise<T>): Promise<T> {
    if (this.#held.has(claim)) throw new IdempotencyKeyBusyError("The key is held.");
    this.#held.add(claim);
    try {
      return await work();
    } finally {
      this.#held.delete(claim);
    }
  }
}
