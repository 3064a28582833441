/**
 * A cache of archives with a limit on their total bytes. The least recently used are removed first.
 */
export class ArchiveCache {
  readonly #most: number;
  readonly #archives = new Map<string, Uint8Array<ArrayBuffer>>();
  #size = 0;

  constructor(mostBytes: number) {
    this.#most = mostBytes;
  }

  get(id: string): Uint8Array<ArrayBuffer> | undefined {
    const bytes = this.#archives.get(id);
    if (bytes) this.set(id, bytes);
    return bytes;
  }

  set(id: string, bytes: Uint8Array<ArrayBuffer>): void {
    this.#delete(id);
    if (bytes.length > this.#most) return;
    this.#archives.set(id, bytes);
    this.#size += bytes.length;
    for (const oldest of this.#archives.keys()) {
      if (this.#size <= this.#most) return;
      this.#delete(oldest);
    }
  }

  #delete(id: string): void {
    this.#size -= this.#archives.get(id)?.length ?? 0;
    this.#archives.delete(id);
  }
}
