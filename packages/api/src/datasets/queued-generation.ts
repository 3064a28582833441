import type { ByteRange } from "../downloads/range.ts";
import type { ArchivePart, Generation } from "./generation.ts";

/** Reads a part of an archive by its name; undefined if there is none. */
export type ReadArchive = (name: string, range: ByteRange) => Promise<ArchivePart | undefined>;

/** A generation by workers: a new dataset waits until one leases it. */
export function createQueuedGeneration(readArchive: ReadArchive): Generation {
  return {
    plan: async () => ({
      startedAt: null,
      finishedAt: null,
      expiresAt: null,
      failureReason: null,
      size: 0,
      sha256: null,
    }),
    describe: async ({ id }) => {
      throw new TypeError(`The dataset ${id} is made and has no facts of its archive.`);
    },
    read: async ({ archive }, _model, range) =>
      archive === null ? undefined : readArchive(archive, range),
  };
}
