import type { ArchivePart, ByteRange } from "@sinkove/api";
import { codeOf, StartError } from "../start-error.ts";

/** Where archives are kept, each under a name that is used once. */
export interface Archives {
  /** Rejects where archives could not be kept. */
  check(): Promise<void>;
  /**
   * Stores an archive while it is made. It resolves when the whole is durable, and only from then on anything
   * is under the name.
   */
  write(name: string, chunks: AsyncIterable<Uint8Array>): Promise<void>;
  /** Undefined where there is nothing under the name. */
  read(name: string, range: ByteRange): Promise<ArchivePart | undefined>;
  /** Removes an archive and whatever an unfinished `write` has left, durably; also where there is neither. */
  remove(name: string): Promise<void>;
}

/** Where archives are kept, as a thread can be told. */
export type ArchiveLocation =
  | { readonly kind: "folder"; readonly folder: string }
  | { readonly kind: "s3"; readonly bucket: string; readonly prefix: string };

/**
 * Opens archives where they can be kept.
 *
 * @throws StartError where they cannot, so that no dataset fails for it
 */
export async function openCheckedArchives(location: ArchiveLocation): Promise<Archives> {
  const archives = await openArchives(location);
  try {
    await archives.check();
  } catch (error) {
    const reason =
      location.kind === "folder"
        ? `The folder ${location.folder}, which keeps the archives, cannot be written (${codeOf(error)}). Make it writable`
        : `The bucket ${location.bucket}, which keeps the archives, cannot be used (${nameOf(error)}). Create it, or correct AWS_REGION, AWS_ENDPOINT_URL_S3 and the credentials`;
    throw new StartError(`${reason}, or name another in SINKOVE_ARCHIVES.`, { cause: error });
  }
  return archives;
}

/** The SDK's errors are told apart by their names. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : `${error}`;
}

/** Opens archives; loads the client of S3 only where it is used. */
export async function openArchives(location: ArchiveLocation): Promise<Archives> {
  if (location.kind === "folder") {
    const { fileArchives } = await import("./file-archives.ts");
    return fileArchives(location.folder);
  }
  const { s3Archives } = await import("./s3-archives.ts");
  return s3Archives(location);
}
