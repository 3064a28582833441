import { type Change, Content } from "./content.ts";

/** A random number from 0 up to, but not including, 1. */
export type Random = () => number;

/** A change, with how many operations had ended before it. */
interface Pending {
  readonly number: number;
  readonly change: Change;
}

/** A file, of which some parts are durable and others may be lost. */
export class File {
  readonly #durable = new Content();
  #pending: Pending[] = [];
  #isShared = false;

  constructor(durable: Uint8Array) {
    this.#durable.apply({ kind: "write", offset: 0, bytes: durable });
  }

  change(number: number, change: Change): void {
    this.#pending.push({ number, change });
  }

  share(): void {
    this.#isShared = true;
  }

  /** Makes everything durable that was done before that operation. */
  sync(number: number): void {
    const isCovered = (pending: Pending): boolean => pending.number < number;
    for (const { change } of this.#pending.filter(isCovered)) this.#durable.apply(change);
    this.#pending = this.#pending.filter((pending) => !isCovered(pending));
  }

  /** One possible content: the disk may have written each sector and the size at any later moment, or not yet. */
  afterLoss(random: Random): Uint8Array {
    const [seen, kept] = [this.#durable.copy(), this.#durable.copy()];
    const isKept = chance(random);
    for (const { change } of this.#pending) {
      for (const sector of seen.apply(change)) if (isKept()) kept.take(sector, seen);
      if (isKept()) kept.size = seen.size;
    }
    const bytes = kept.bytes();
    return this.#isShared ? bytes.map(() => Math.floor(random() * 256)) : bytes;
  }
}

/** Chooses how far a disk has got: often nothing or everything, because it may be idle or busy with other files. */
export function chance(random: Random): () => boolean {
  const share = [0, random(), 1][Math.floor(random() * 3)] ?? 0;
  return () => random() < share;
}
