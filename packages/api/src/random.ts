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
  const bytes = new Uint8Array(10);
  random(bytes);
  const time = Math.floor(now).toString(16).padStart(12, "0");
  const rest = toHex(bytes);
  // Two bits of the variant are random. Its digit takes the place of one of which they are the highest.
  const variant = "89ab".charAt((bytes[2] ?? 0) >> 6);
  const version = `7${rest.slice(1, 4)}`;
  // A join is one piece of memory, where a template would be a tree of its parts: ids are kept and compared.
  return [time.slice(0, 8), time.slice(8), version, variant + rest.slice(5, 8), rest.slice(8)].join(
    "-",
  );
}
