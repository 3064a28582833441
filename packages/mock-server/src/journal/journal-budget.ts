import type { WritableJournal } from "./writable-journal.ts";

/** The maximum number of exchanges in all journals together. */
const MOST_EXCHANGES = 20_000;

interface Written {
  readonly journal: WritableJournal;
  readonly sequence: number;
}

/** Limits the number of exchanges in all journals together. Beyond the limit, the oldest exchange is removed. */
export function createJournalBudget(
  most: number = MOST_EXCHANGES,
): (journal: WritableJournal, sequence: number) => void {
  // A ring buffer: each exchange replaces the one that was written `most` exchanges before it.
  const ring: Written[] = [];
  let place = 0;
  return (journal, sequence) => {
    const oldest = ring[place];
    ring[place] = { journal, sequence };
    place = (place + 1) % most;
    oldest?.journal.forget(oldest.sequence);
  };
}
