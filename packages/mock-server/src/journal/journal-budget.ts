import type { JournalEntry, WritableJournal } from "./journal.ts";

/** What all journals together keep at most, in exchanges. */
const MOST_ENTRIES = 20_000;

/** Keeps many journals within one bound: past it, the oldest entry of all is forgotten. */
export function createJournalBudget(
  most: number = MOST_ENTRIES,
): (journal: WritableJournal, entry: JournalEntry) => void {
  const written = new Map<JournalEntry, WritableJournal>();
  return (journal, entry) => {
    written.set(entry, journal);
    if (written.size <= most) return;
    for (const [oldest, its] of written) {
      written.delete(oldest);
      its.forget(oldest.sequence);
      return;
    }
  };
}
