import type { ArchivePart, ByteRange } from "@sinkove/api";
import { codeOf, StartError } from "../start-error.ts";

/** Stores archives, each under a name that is used only once. */
export interface Archives {
  /** Rejects if archives cannot be stored. */
  check(): Promise<void>;
  /**
   * Stores an archive while it is generated. Resolves when the complete archive is durable. Until then, there is
   * nothing under the name.
   */
  write(name: string, chunks: AsyncIterable<Uint8Array>): Promise<void>;
  /** Undefined if there is no archive of this name. */
  read(name: string, range: ByteRange): Promise<ArchivePart | undefined>;
  /** Durably removes an archive and the rest of an unfinished `write`. Does nothing if there is neither. */
  remove(name: string): Promise<void>;
}

/** Where archives are stored, in a form that can be sent to a thread. */
export type ArchiveLocation =
  | { readonly kind: "folder"; readonly folder: string }
  | { readonly kind: "s3"; readonly bucket: string; readonly prefix: string };

/**
 * Opens the archives.
 *
 * @throws StartError if archives cannot be stored, so that no dataset fails because of it
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

/** The SDK's errors differ only in their names. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : `${error}`;
}

/** Opens archives. Loads the S3 client only if it is needed. */
export async function openArchives(location: ArchiveLocation): Promise<Archives> {
  if (location.kind === "folder") {
    const { fileArchives } = await import("./file-archives.ts");
    return fileArchives(location.folder);
  }
  const { s3Archives } = await import("./s3-archives.ts");
  return s3Archives(location);
}
