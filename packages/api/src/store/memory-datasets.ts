import type { DatasetRecord } from "./records.ts";

/**
 * The rows of the datasets, and which of them fail, now or later, with credits that are not given
 * back yet. Every order needs these, and searching all datasets would make each order slower than
 * the one before. A rollback sets and deletes rows too, so both stay consistent.
 */
export class DatasetRows extends Map<string, DatasetRecord> {
  readonly #unrefunded: Set<string> = new Set();

  override set(id: string, row: DatasetRecord): this {
    if (row.failureReason !== null && !row.refunded) this.#unrefunded.add(id);
    else this.#unrefunded.delete(id);
    return super.set(id, row);
  }

  override delete(id: string): boolean {
    this.#unrefunded.delete(id);
    return super.delete(id);
  }

  /** The datasets that fail, now or later, and whose credits are not given back. */
  *unrefunded(): Generator<DatasetRecord, void, undefined> {
    for (const id of this.#unrefunded) {
      const row = this.get(id);
      if (row) yield row;
    }
  }
}
