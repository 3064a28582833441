import type { Moment } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import type { MakeArchive } from "./make-archive.ts";

/** Something worth a line in the log; holds no secret. */
export interface JobLogEntry {
  readonly level: "info" | "error";
  readonly message: string;
  readonly datasetId?: string;
  readonly numSamples?: number;
  /** Of the archive, in bytes. */
  readonly size?: number;
  readonly durationMs?: number;
  readonly failureReason?: string;
  readonly error?: string;
}

/** What making a dataset needs. */
export interface JobOptions {
  readonly store: Store;
  readonly make: MakeArchive;
  /** Removes an archive, or what there is of one; also where there is none. */
  readonly remove: (archive: string) => Promise<void>;
  readonly clock: () => Moment;
  /** Resolves after that many milliseconds, or at once when the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly log: (entry: JobLogEntry) => void;
  /** How long a lease lasts if it is not renewed, in milliseconds. */
  readonly leaseFor: number;
  /** How long an archive is kept, in milliseconds. */
  readonly retention: number;
}

/** What an error says, for a log. */
export function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : `${error}`;
}
