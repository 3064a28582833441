import { createEntry } from "../credits/entries.ts";
import { recordEntry } from "../credits/low.ts";
import type { Random } from "../random.ts";
import type { DatasetRecord, Moment } from "../store/records.ts";
import type { Store, StoreWriter } from "../store/store.ts";
import { stateOf } from "./state.ts";

/** Why a dataset is not generated again. */
export type RetryRefusal = "not found" | "not failed" | "too few credits";

/** Options of {@link retryDataset}. */
export interface RetryOptions {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly now: Moment;
  /** Default: `crypto.getRandomValues`. */
  readonly random?: Random;
}

/**
 * Queues a failed dataset again, as an operator does after correcting the cause. Its credits, which
 * were refunded when it failed, are charged again.
 *
 * @returns the reason if the dataset is not queued again
 */
export async function retryDataset(
  store: Store,
  { id, now, ...options }: RetryOptions,
): Promise<RetryRefusal | undefined> {
  const dataset = await store.findDataset(id);
  if (!dataset) return "not found";
  if (stateOf(dataset, now) !== "FAILED") return "not failed";
  const random: Random = options.random ?? ((bytes) => crypto.getRandomValues(bytes));
  try {
    const scope = { accountId: dataset.ownerId };
    await store.write(scope, (writer) => retry(writer, dataset, { now, random }));
    return undefined;
  } catch (error) {
    if (error instanceof RefusedRetry) return error.reason;
    throw error;
  }
}

/** Undoes the transaction. */
class RefusedRetry extends Error {
  override readonly name: string = "RefusedRetry";
  readonly reason: RetryRefusal;

  constructor(reason: RetryRefusal) {
    super(reason);
    this.reason = reason;
  }
}

async function retry(
  writer: StoreWriter,
  { id, organizationId, numSamples }: DatasetRecord,
  { now, random }: { readonly now: Moment; readonly random: Random },
): Promise<void> {
  const facts = { organizationId, kind: "dataset", amount: -numSamples, datasetId: id } as const;
  const source = { now, random };
  if (!(await recordEntry(writer, createEntry(facts, source), source)))
    throw new RefusedRetry("too few credits");
  // Another operator, or its owner who deleted it, may have been faster.
  if (!(await writer.reopenDataset(id))) throw new RefusedRetry("not failed");
}
