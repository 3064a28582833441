import type { ArchiveOrder } from "@sinkove/generator";

/** An archive that is stored. */
export interface StoredArchive {
  /** In bytes. */
  readonly size: number;
  /** In lower-case hexadecimal. */
  readonly sha256: string;
}

/** How an archive is made. */
export interface MakeOptions {
  /** The name to store it under. */
  readonly archive: string;
  /** Called with how many samples are done. */
  readonly onSample: (done: number) => void;
  /** Aborted where nobody wants the archive any more. */
  readonly signal: AbortSignal;
}

/**
 * Makes an archive and stores it, durably and whole, or rejects: with an UnsupportedPromptError where the order
 * cannot be made at all.
 */
export type MakeArchive = (order: ArchiveOrder, options: MakeOptions) => Promise<StoredArchive>;
