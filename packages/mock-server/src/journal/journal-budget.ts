import type { WritableJournal } from "./writable-journal.ts";

/** What all journals together keep at most, in exchanges. */
const MOST_EXCHANGES = 20_000;

interface Written {
  readonly journal: WritableJournal;
  readonly sequence: number;
}

/** Keeps many journals within one bound: past it, the oldest exchange of all is forgotten. */
export function createJournalBudget(
  most: number = MOST_EXCHANGES,
): (journal: WritableJournal, sequence: number) => void {
  // A ring: each takes the place of the one that was written `most` exchanges before it.
  const ring: Written[] = [];
  let place = 0;
  return (journal, sequence) => {
    const oldest = ring[place];
    ring[place] = { journal, sequence };
    place = (place + 1) % most;
    oldest?.journal.forget(oldest.sequence);
  };
}
