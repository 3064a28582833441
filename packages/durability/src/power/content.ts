/** The size of a sector in bytes. A disk writes a sector completely or not at all. */
const SECTOR = 512;

/** A change to the content of a file. */
export type Change =
  | { readonly kind: "write"; readonly offset: number; readonly bytes: Uint8Array }
  | { readonly kind: "truncate"; readonly size: number };

/** The content of a file: its size and immutable sectors. A missing sector is all zeros. */
export class Content {
  size = 0;
  readonly #sectors = new Map<number, Uint8Array>();

  /** @returns the sectors that have changed */
  apply(change: Change): Iterable<number> {
    if (change.kind === "write") return this.#write(change.offset, change.bytes);
    return this.#truncate(change.size);
  }

  /** Copies a sector from another content. */
  take(number: number, other: Content): void {
    const sector = other.#sectors.get(number);
    if (sector) this.#sectors.set(number, sector);
    else this.#sectors.delete(number);
  }

  copy(): Content {
    const copy = new Content();
    copy.size = this.size;
    for (const number of this.#sectors.keys()) copy.take(number, this);
    return copy;
  }

  bytes(): Uint8Array {
    const bytes = new Uint8Array(this.size);
    for (const [number, sector] of this.#sectors) {
      const start = number * SECTOR;
      if (start < this.size) bytes.set(sector.subarray(0, this.size - start), start);
    }
    return bytes;
  }

  #write(offset: number, bytes: Uint8Array): number[] {
    const end = offset + bytes.length;
    const touched: number[] = [];
    for (let number = Math.floor(offset / SECTOR); number * SECTOR < end; number++) {
      const start = number * SECTOR;
      const part = bytes.subarray(Math.max(0, start - offset), start + SECTOR - offset);
      this.#replace(number, part, Math.max(0, offset - start));
      touched.push(number);
    }
    this.size = Math.max(this.size, end);
    return touched;
  }

  #truncate(size: number): number[] {
    this.size = size;
    const touched = [...this.#sectors.keys()].filter((number) => (number + 1) * SECTOR > size);
    for (const number of touched) {
      const kept = Math.max(0, size - number * SECTOR);
      if (kept === 0) this.#sectors.delete(number);
      else this.#replace(number, new Uint8Array(SECTOR - kept), kept);
    }
    return touched;
  }

  #replace(number: number, part: Uint8Array, at: number): void {
    const sector = new Uint8Array(SECTOR);
    sector.set(this.#sectors.get(number) ?? []);
    sector.set(part, at);
    this.#sectors.set(number, sector);
  }
}
