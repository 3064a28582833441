import { toUuid } from "./encoding.ts";

/** Fills the whole array with cryptographically secure random bytes. */
export type Random = (bytes: Uint8Array<ArrayBuffer>) => void;

const POOL = 4096;

/**
 * The same random bytes, fetched in batches: getting 16 costs nearly as much as getting thousands.
 */
export function pooledRandom(random: Random): Random {
  const pool = new Uint8Array(POOL);
  let used = POOL;
  return (bytes) => {
    if (bytes.length > POOL) return random(bytes);
    if (used + bytes.length > POOL) {
      random(pool);
      used = 0;
    }
    // One by one: creating a view for so few bytes would cost several times as much.
    for (let index = 0; index < bytes.length; index++) {
      bytes[index] = pool[used] ?? 0;
      // Bytes that were handed out may become a key, so they are erased here.
      pool[used] = 0;
      used += 1;
    }
  };
}

/** A buffer in which ids are written, one at a time. */
const bytes = new Uint8Array(16);
const view = new DataView(bytes.buffer);

/** The moment of the last id. */
let moment = Number.NaN;
let count = 0;

/**
 * A UUID of version 7: its first 48 bits are the moment, and the next 12 count up within a millisecond, so that ids
 * sort in the order in which they were made here (RFC 9562, sections 5.7 and 6.2).
 */
export function uuidV7(now: number, random: Random): string {
  random(bytes);
  // The count starts in the lower half, which leaves room for two thousand.
  count = now === moment ? count + 1 : view.getUint16(6) & 0x07ff;
  moment = now;
  view.setUint16(0, now / 2 ** 32);
  view.setUint32(2, now);
  view.setUint16(6, (count & 0x0fff) | 0x7000);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  return toUuid(bytes);
}
