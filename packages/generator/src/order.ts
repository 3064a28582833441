/** What is to be drawn, and whom for. The same order gives the same archive, byte for byte. */
export interface ArchiveOrder {
  /** Gives the seed where `args` have none. */
  readonly datasetId: string;
  readonly model: { readonly id: string; readonly slug: string; readonly name: string };
  /** As the model's `argsSchema` says: `prompt`, and perhaps `seed`, `view`, `sex`, `noise`. */
  readonly args: Readonly<Record<string, unknown>>;
  /** 1–3000: more files than a plain ZIP holds could come of more. */
  readonly numSamples: number;
  /** RFC 3339. The time of the archive's files, and told in `metadata.json`: the wall clock is not asked. */
  readonly createdAt: string;
}

/** Options of {@link generateArchive}. */
export interface ArchiveOptions {
  /** Pixels a side, 16–2048. Default: 512. */
  readonly imageSize?: number | undefined;
  /** Called after each finished image with how many are done. */
  readonly onSample?: ((done: number) => void) | undefined;
}
