import type { NewEntryId } from "./credits.ts";
import type { DatasetRecord, GenerationFacts, Moment } from "./records.ts";
import type { WebhookEventRecord } from "./webhooks.ts";

/** The records that are stored when a generation ends. */
export interface Ending {
  /** Creates the id of the credit entry of a failed dataset. */
  readonly newId: NewEntryId;
  /** The events to deliver to webhooks. */
  readonly events: readonly WebhookEventRecord[];
}

/** A lease that a worker asks for. */
export interface LeaseRequest {
  /** New for each lease. Writes with it are refused once another worker has the dataset. */
  readonly token: string;
  readonly now: Moment;
  readonly expiresAt: Moment;
}

/** A lease that a worker holds, or held. */
export interface Lease {
  readonly datasetId: string;
  readonly token: string;
}

/** How a generation ended. */
export type JobOutcome = Pick<
  GenerationFacts,
  "finishedAt" | "expiresAt" | "failureReason" | "size" | "sha256"
>;

/** Why a lease is given back before the dataset is made. */
export interface Release {
  /** The earliest moment at which a worker may start again. */
  readonly retryAt: Moment;
  /** Whether the service caused an error. Otherwise, the attempt does not count. */
  readonly isError: boolean;
}

/** The state of the queue. */
export interface JobQueue {
  /** Datasets that no worker has, those that wait for another attempt among them. */
  readonly queued: number;
  /** Datasets that a worker has leased. */
  readonly running: number;
  /** When the oldest queued dataset was created; null if none is queued. */
  readonly oldest: Moment | null;
}

/**
 * What workers need from a database. The dataset's row is the source of truth: a worker's writes are refused if the row
 * has another lease.
 */
export interface JobStore {
  /**
   * The database's clock, if it has one: workers on other machines compare leases by it, and not by their own clocks,
   * which may differ.
   */
  now?(): Promise<Moment>;
  /**
   * Leases the next dataset that no worker has, or whose lease has expired. It takes the oldest dataset of the
   * organization with the fewest running datasets; among organizations with equally few, of the one that has waited
   * longest. The archive that an earlier lease may have written is marked for removal.
   */
  leaseDataset(request: LeaseRequest): Promise<DatasetRecord | undefined>;
  /** @returns whether the lease holds: if not, the dataset is deleted or another worker has it */
  renewLease(
    lease: Lease,
    progress: { readonly expiresAt: Moment; readonly samplesDone: number },
  ): Promise<boolean>;
  /** @returns whether the lease held */
  releaseLease(lease: Lease, release: Release): Promise<boolean>;
  /**
   * Ends a generation. If it failed, its archive is marked for removal, and its credits are refunded, with an entry.
   *
   * @returns whether the lease held; if it did not, nothing is written
   */
  finishDataset(lease: Lease, outcome: JobOutcome, ending: Ending): Promise<boolean>;
  /** Counts the datasets that are not finished at `now`, of all organizations. */
  readQueue(now: Moment): Promise<JobQueue>;
  /**
   * Lists archives to remove, including those past their retention at `now`. The archive of a worker that has lost its
   * dataset is listed only after the lease has ended: until then, the worker may still start to write the archive, and
   * be killed before it removes it.
   */
  listRemovals(now: Moment): Promise<string[]>;
  /** Forgets archives that were removed. */
  confirmRemovals(archives: readonly string[]): Promise<void>;
}

/** The most archives that are listed for removal at once. */
export const REMOVED_AT_ONCE = 100;

/** Where the archive of a lease is written: a name that no other lease has. */
export function archiveNameOf({ datasetId, token }: Lease): string {
  return `${datasetId}.${token}.zip`;
}
