import { Deflate, Inflate, strToU8 } from "fflate";

/** Text that is kept compressed until it is wanted: about a tenth of its length. */
export interface Spool {
  append(text: string): void;
  /** Gives the whole text back, in pieces, as UTF-8. Once. */
  replay(): Iterable<Uint8Array>;
}

export function createSpool(): Spool {
  const kept: Uint8Array[] = [];
  const deflate = new Deflate({ level: 6, mem: 4 }, (chunk) => kept.push(chunk));
  return {
    append: (text) => deflate.push(strToU8(text)),
    *replay() {
      deflate.push(new Uint8Array(), true);
      const pieces: Uint8Array[] = [];
      const inflate = new Inflate((chunk) => pieces.push(chunk));
      for (const [index, chunk] of kept.entries()) {
        inflate.push(chunk, index === kept.length - 1);
        yield* pieces.splice(0);
      }
    },
  };
}
