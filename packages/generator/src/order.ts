/** What is to be drawn, and whom for. The same order gives the same archive, byte for byte. */
export interface ArchiveOrder {
  /** Gives the seed where `args` have none. */
  readonly datasetId: string;
  readonly model: { readonly id: string; readonly slug: string; readonly name: string };
  /** As the model's `argsSchema` says: `prompt`, and perhaps `seed`, `view`, `sex`, `noise`. */
  readonly args: Readonly<Record<string, unknown>>;
  /** 1–5000. */
  readonly numSamples: number;
  /** RFC 3339. Told in `metadata.json`; nothing depends on the wall clock. */
  readonly createdAt: string;
}

/** Options of {@link generateArchive}. */
export interface ArchiveOptions {
  /** Pixels a side, 16–2048. Default: 512. */
  readonly imageSize?: number | undefined;
  /** Called after each finished image with how many are done. */
  readonly onSample?: ((done: number) => void) | undefined;
}
