/** A stream of random numbers. It gives the same numbers on every engine. */
export interface Random {
  /** Returns a uniformly distributed number in [0, 1) with 32 bits. */
  next(): number;
  /** Returns a uniformly distributed number in [from, to). */
  between(from: number, to: number): number;
  /** Returns true with the given probability. */
  chance(probability: number): boolean;
}

/** The finalizer of MurmurHash3. Each input bit changes about half of the output bits. */
function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/**
 * Creates an independent stream for a path of whole numbers, such as seed, sample and purpose. A sample is therefore
 * the same whether it is drawn alone or with others. The algorithm is Chris Doty-Humphrey's sfc32 (PractRand).
 */
export function createRandom(...path: readonly number[]): Random {
  let key = 0x9e3779b9;
  for (const part of path) key = mix(Math.imul(key, 31) + mix(part + 0x6d2b79f5)) | 0;
  let a = mix(key);
  let b = mix(key + 1);
  let c = mix(key + 2);
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let round = 0; round < 12; round++) next();
  return {
    next,
    between: (from, to) => from + (to - from) * next(),
    chance: (probability) => next() < probability,
  };
}
