/** The middle of a sample, and how sure it is. */
export interface Summary {
  readonly median: number;
  /** The 95 % interval of the median: the order statistics around it, whatever the distribution. */
  readonly low: number;
  readonly high: number;
  readonly max: number;
  readonly count: number;
}

export function summarize(sample: readonly number[]): Summary {
  if (sample.length === 0) throw new Error("There is nothing to summarize: the sample is empty.");
  const sorted = sample.toSorted((a, b) => a - b);
  const last = sorted.length - 1;
  const at = (rank: number) => sorted[Math.max(0, Math.min(last, rank))] ?? Number.NaN;
  const reach = 0.98 * Math.sqrt(sorted.length);
  return {
    median: (at(Math.floor(last / 2)) + at(Math.ceil(last / 2))) / 2,
    low: at(Math.floor(last / 2 - reach)),
    high: at(Math.ceil(last / 2 + reach)),
    max: at(last),
    count: sorted.length,
  };
}

/** Runs each subject once a round, each round from another one on, and returns what each gave. */
export async function interleave<T>(
  subjects: readonly T[],
  rounds: number,
  once: (subject: T) => Promise<number>,
): Promise<number[][]> {
  const samples: number[][] = subjects.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (let step = 0; step < subjects.length; step++) {
      const index = (step + round) % subjects.length;
      const subject = subjects[index];
      if (subject !== undefined) samples[index]?.push(await once(subject));
    }
  }
  return samples;
}

/** The ratios, round by round, so that what slows the machine down for a while falls out. */
export function ratios(sample: readonly number[], base: readonly number[]): number[] {
  return sample.map((value, round) => value / (base[round] ?? Number.NaN));
}
