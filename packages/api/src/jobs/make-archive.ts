import type { ArchiveOrder } from "@sinkove/generator";

/** A stored archive. */
export interface StoredArchive {
  /** In bytes. */
  readonly size: number;
  /** In lower-case hexadecimal. */
  readonly sha256: string;
}

/** Options of {@link MakeArchive}. */
export interface MakeOptions {
  /** The name to store it under. */
  readonly archive: string;
  /** Called with the number of samples that are generated. */
  readonly onSample: (done: number) => void;
  /** Aborted when the archive is no longer needed. */
  readonly signal: AbortSignal;
}

/**
 * Generates an archive and stores it, durably and completely. Rejects with an UnsupportedPromptError if the prompt of
 * the order is not supported, and with any other error if the generation fails.
 */
export type MakeArchive = (order: ArchiveOrder, options: MakeOptions) => Promise<StoredArchive>;
