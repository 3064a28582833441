import { toHex } from "./encoding.ts";

/** Fills the whole array with cryptographically secure random bytes. */
export type Random = (bytes: Uint8Array<ArrayBuffer>) => void;

const POOL = 4096;

/** The same random bytes, fetched many at a time: to ask for 16 costs nearly as much as to ask for thousands. */
export function pooledRandom(random: Random): Random {
  const pool = new Uint8Array(POOL);
  let used = POOL;
  return (bytes) => {
    if (bytes.length > POOL) return random(bytes);
    if (used + bytes.length > POOL) {
      random(pool);
      used = 0;
    }
    const end = used + bytes.length;
    bytes.set(pool.subarray(used, end));
    // What was given out may become a key: it does not stay here.
    pool.fill(0, used, end);
    used = end;
  };
}

/** A UUID of version 7: its first 48 bits are the moment (RFC 9562, section 5.7). */
export function uuidV7(now: number, random: Random): string {
  const bytes = new Uint8Array(16);
  random(bytes);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(now / 2 ** 32));
  view.setUint32(2, now % 2 ** 32);
  view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x70);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  const hex = toHex(bytes);
  const time = `${hex.slice(0, 8)}-${hex.slice(8, 12)}`;
  return `${time}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
