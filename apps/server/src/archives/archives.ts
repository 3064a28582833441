import type { ArchivePart, ByteRange } from "@sinkove/api";

/** Where archives are kept, each under a name that is used once. */
export interface Archives {
  /**
   * Stores an archive while it is made. It resolves when the whole is durable, and only from then on anything
   * is under the name.
   */
  write(name: string, chunks: AsyncIterable<Uint8Array>): Promise<void>;
  /** Undefined where there is nothing under the name. */
  read(name: string, range: ByteRange): Promise<ArchivePart | undefined>;
  /** Removes an archive and whatever an unfinished `write` has left; also where there is neither. */
  remove(name: string): Promise<void>;
}

/** Where archives are kept, as a thread can be told. */
export type ArchiveLocation =
  | { readonly kind: "folder"; readonly folder: string }
  | { readonly kind: "s3"; readonly bucket: string; readonly prefix: string };

/** Opens archives; loads the client of S3 only where it is used. */
export async function openArchives(location: ArchiveLocation): Promise<Archives> {
  if (location.kind === "folder") {
    const { fileArchives } = await import("./file-archives.ts");
    return fileArchives(location.folder);
  }
  const { s3Archives } = await import("./s3-archives.ts");
  return s3Archives(location);
}
