import { refundOf } from "./credits.ts";
import { archiveNameOf, type JobStore, type Lease, REMOVED_AT_ONCE } from "./jobs.ts";
import { addEntry } from "./memory-credits.ts";
import type { Tables } from "./memory-tables.ts";
import type { DatasetRecord, Moment } from "./records.ts";

/** Runs a piece of work in a transaction of its own. */
type Transact = <T>(work: () => Promise<T>) => Promise<T>;

/** Leases in maps. */
export function memoryJobs(tables: Tables, transact: Transact): JobStore {
  const { datasets, removals } = tables;
  const change = (lease: Lease, changesOf: (held: DatasetRecord) => Partial<DatasetRecord>) =>
    transact(async () => {
      const held = datasets.rows.get(lease.datasetId);
      if (held?.leaseToken !== lease.token) return false;
      const changed = { ...held, ...changesOf(held) };
      datasets.set(held.id, changed);
      if (held.archive !== changed.archive) discardArchive(tables, held);
      return true;
    });
  return {
    leaseDataset: (request) =>
      transact(async () => {
        const { token, now, expiresAt } = request;
        const [next] = waiting(tables, now);
        if (!next) return undefined;
        discardArchive(tables, next, expiresAt);
        const leased = {
          ...next,
          startedAt: now,
          attempts: next.attempts + 1,
          samplesDone: 0,
          leaseToken: token,
          leaseExpiresAt: expiresAt,
          archive: archiveNameOf({ datasetId: next.id, token }),
        };
        datasets.set(next.id, leased);
        return leased;
      }),
    renewLease: (lease, { expiresAt, samplesDone }) =>
      change(lease, () => ({ leaseExpiresAt: expiresAt, samplesDone })),
    releaseLease: (lease, { retryAt, isError }) =>
      change(lease, ({ attempts, errors }) => ({
        attempts: isError ? attempts : attempts - 1,
        errors: isError ? errors + 1 : errors,
        leaseToken: null,
        leaseExpiresAt: retryAt,
        archive: null,
      })),
    finishDataset: (lease, outcome, { newId, events }) =>
      change(lease, (held) => {
        const hasFailed = outcome.failureReason !== null;
        const ended = { ...held, ...outcome, leaseToken: null, leaseExpiresAt: null };
        for (const event of events) tables.webhookEvents.set(event.id, event);
        if (hasFailed) addEntry(tables, refundOf(ended, newId));
        return hasFailed ? { ...ended, archive: null, refunded: true } : ended;
      }),
    async readQueue(now) {
      const open = [...datasets.rows.values()].filter(({ finishedAt }) => finishedAt === null);
      const queued = open.filter((dataset) => !isLeased(dataset, now));
      const oldest = queued.map(({ createdAt }) => createdAt).sort((a, b) => a - b)[0] ?? null;
      return { queued: queued.length, running: open.length - queued.length, oldest };
    },
    listRemovals: (now) =>
      transact(async () => {
        for (const dataset of datasets.rows.values()) {
          if (dataset.archive === null || dataset.expiresAt === null || dataset.expiresAt > now)
            continue;
          discardArchive(tables, dataset);
          datasets.set(dataset.id, { ...dataset, archive: null });
        }
        const due = [...removals.rows].filter(([, notBefore]) => notBefore <= now);
        return due.slice(0, REMOVED_AT_ONCE).map(([archive]) => archive);
      }),
    confirmRemovals: (archives) =>
      transact(async () => {
        for (const archive of archives) removals.delete(archive);
      }),
  };
}

function isLeased({ leaseToken, leaseExpiresAt }: DatasetRecord, now: Moment): boolean {
  return leaseToken !== null && leaseExpiresAt !== null && leaseExpiresAt > now;
}

/** Marks the archive of a dataset, if it has one, for removal. */
export function discardArchive(
  { removals }: Tables,
  { archive }: DatasetRecord,
  notBefore: Moment = 0,
): void {
  if (archive !== null) removals.set(archive, notBefore);
}

/** The datasets that a worker may start at a moment, in the order of their turns. */
function waiting({ datasets }: Tables, now: Moment): DatasetRecord[] {
  const all = [...datasets.rows.values()];
  const open = all.filter(({ finishedAt }) => finishedAt === null);
  const ofSame = (rows: DatasetRecord[], { organizationId }: DatasetRecord) =>
    rows.filter((each) => each.organizationId === organizationId);
  const isFree = ({ leaseExpiresAt }: DatasetRecord) =>
    leaseExpiresAt === null || leaseExpiresAt <= now;
  const turns = open.filter(isFree).map((dataset) => ({
    dataset,
    running: ofSame(open, dataset).filter((each) => each.leaseToken !== null && !isFree(each))
      .length,
    served: Math.max(0, ...ofSame(all, dataset).map(({ startedAt }) => startedAt ?? 0)),
  }));
  turns.sort(
    (a, b) =>
      a.running - b.running ||
      a.served - b.served ||
      a.dataset.createdAt - b.dataset.createdAt ||
      (a.dataset.id < b.dataset.id ? -1 : 1),
  );
  return turns.map(({ dataset }) => dataset);
}
