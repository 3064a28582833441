/** A SHA-256 that is computed as bytes come in. */
export interface Sha256 {
  update(bytes: Uint8Array): void;
  /** In lower-case hexadecimal digits. */
  digest(): string;
}

type NodeCrypto = typeof import("node:crypto");

/** Node's own if there is one; Web Crypto has no incremental hash. */
export function createSha256(): Sha256 {
  const node = globalThis.process?.getBuiltinModule?.("node:crypto") as NodeCrypto | undefined;
  if (!node) return createPortableSha256();
  const hash = node.createHash("sha256");
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest("hex") };
}

const BLOCK = 64;

/** SHA-256 in plain JavaScript (FIPS 180-4), for browsers. */
export function createPortableSha256(): Sha256 {
  const state = new Uint32Array(INITIAL);
  const block = new Uint8Array(BLOCK);
  let filled = 0;
  let length = 0;
  const update = (bytes: Uint8Array) => {
    length += bytes.length;
    for (let offset = 0; offset < bytes.length; ) {
      const part = bytes.subarray(offset, offset + BLOCK - filled);
      block.set(part, filled);
      offset += part.length;
      filled += part.length;
      if (filled < BLOCK) return;
      compress(state, block);
      filled = 0;
    }
  };
  return {
    update,
    digest() {
      const bits = BigInt(length) * 8n;
      update(Uint8Array.of(0x80));
      while (filled !== BLOCK - 8) update(Uint8Array.of(0));
      new DataView(block.buffer).setBigUint64(BLOCK - 8, bits);
      compress(state, block);
      return Array.from(state, (word) => word.toString(16).padStart(8, "0")).join("");
    },
  };
}

const PRIMES: number[] = [];
for (let n = 2; PRIMES.length < BLOCK; n++) {
  if (PRIMES.every((prime) => n % prime > 0)) PRIMES.push(n);
}
const fraction = (value: number) => ((value % 1) * 2 ** 32) >>> 0;
const INITIAL = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const ROUND = PRIMES.map((prime) => fraction(Math.cbrt(prime)));
const rotate = (word: number, by: number) => (word >>> by) | (word << (32 - by));

type Words = [number, number, number, number, number, number, number, number];

function compress(state: Uint32Array, block: Uint8Array): void {
  const w = schedule(block);
  let [a, b, c, d, e, f, g, h] = state as unknown as Words;
  for (let i = 0; i < BLOCK; i++) {
    const choice = (e & f) ^ (~e & g);
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + s1 + choice + (ROUND[i] as number) + (w[i] as number)) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) (state[i] as number) += word;
}

function schedule(block: Uint8Array): Uint32Array {
  const view = new DataView(block.buffer);
  const w = new Uint32Array(BLOCK);
  for (let i = 0; i < 16; i++) w[i] = view.getUint32(i * 4);
  for (let i = 16; i < BLOCK; i++) {
    const [x, y] = [w[i - 15] as number, w[i - 2] as number];
    const s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
    const s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
    w[i] = (w[i - 16] as number) + s0 + (w[i - 7] as number) + s1;
  }
  return w;
}
