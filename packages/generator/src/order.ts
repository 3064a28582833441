/** An order for an archive. The same order gives the same archive, byte for byte. */
export interface ArchiveOrder {
  /** The id of the dataset. The seed is derived from it if `args` has none. */
  readonly datasetId: string;
  readonly model: { readonly id: string; readonly slug: string; readonly name: string };
  /** The arguments, which follow the model's `argsSchema`: `prompt`, and optionally `seed`, `view`, `sex`, `noise`. */
  readonly args: Readonly<Record<string, unknown>>;
  /** The number of samples, from 1 to 3000. More could exceed the number of files in a ZIP without extensions. */
  readonly numSamples: number;
  /** The time of the archive's files and of `metadata.json`, in RFC 3339. The system clock is not used. */
  readonly createdAt: string;
}

/** Options of {@link generateArchive}. */
export interface ArchiveOptions {
  /** The side of the images in pixels, from 16 to 2048. Default: 512. */
  readonly imageSize?: number | undefined;
  /** Called after each image with the number of finished images. */
  readonly onSample?: ((done: number) => void) | undefined;
}
