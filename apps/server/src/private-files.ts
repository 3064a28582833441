import { chmodSync, opendirSync, type Stats, statSync } from "node:fs";
import type { ArchiveLocation } from "./archives/archives.ts";
import type { DatabaseLocation } from "./configuration.ts";
import type { Log } from "./log.ts";
import type { MailLocation } from "./people/mail/transport.ts";
import { codeOf, StartError } from "./start-error.ts";

const OTHERS = 0o077;
const ARCHIVE = /^[0-9a-f-]{36}\.[0-9a-f-]{36}\.zip(?:\.part)?$/;

/** The locations of the data. */
export interface Places {
  readonly database: DatabaseLocation;
  readonly archives: ArchiveLocation;
  readonly mail: MailLocation;
}

/** The path of the secret that signs download URLs, unless a variable sets the secret. */
export function secretFileOf(database: DatabaseLocation): string {
  return database.kind === "sqlite" ? `${database.file}.secret` : "sinkove.secret";
}

/**
 * Makes the database, the signing secret, the archives and the mails unreadable for other users, and logs any change.
 * Otherwise, a backup that was restored with other permissions would stay readable for everyone on the machine.
 *
 * @throws StartError if the permissions cannot be changed
 */
export function makePrivate({ database, archives, mail }: Places, log: Log): void {
  // Windows has no such permissions.
  if (process.platform === "win32") return;
  for (const file of filesOf(database)) closeToOthers(file, log);
  if (archives.kind === "folder") closeFolder(archives.folder, log);
  // The folder of mails has a fixed name, so nothing else is in it.
  if (mail.kind === "folder") closeToOthers(mail.folder, log);
}

function filesOf(database: DatabaseLocation): string[] {
  const secret = secretFileOf(database);
  if (database.kind !== "sqlite") return [secret];
  const { file } = database;
  return [file, `${file}-wal`, `${file}-shm`, `${file}.lock`, secret];
}

function closeFolder(folder: string, log: Log): void {
  const found = openToOthers(folder);
  if (!found?.isDirectory()) return;
  if (!holdsOnlyArchives(folder)) {
    const message = `Others can read the folder ${folder}, which keeps the archives and other things too. Run chmod 700 on it, or name a folder of its own in SINKOVE_ARCHIVES.`;
    throw new StartError(message);
  }
  closeToOthers(folder, log);
}

/** Whether a folder contains only archives. A shared folder, such as `/tmp`, must not be closed to others. */
function holdsOnlyArchives(folder: string): boolean {
  const entries = opendirSync(folder);
  try {
    for (let entry = entries.readSync(); entry; entry = entries.readSync()) {
      if (!ARCHIVE.test(entry.name)) return false;
    }
    return true;
  } finally {
    entries.closeSync();
  }
}

function closeToOthers(path: string, log: Log): void {
  const before = openToOthers(path);
  if (!before) return;
  const reason = change(path, before.mode & 0o700);
  if (openToOthers(path)) {
    const message = `Others can read ${path}, and its permissions cannot be changed${reason}. Make it readable by its owner only: chmod go= ${path}`;
    throw new StartError(message);
  }
  log.warn("permissions corrected: others could read this", {
    path,
    before: octal(before.mode),
    after: octal(statSync(path).mode),
  });
}

/** @returns the reason if the permissions could not be changed */
function change(path: string, mode: number): string {
  try {
    chmodSync(path, mode);
    return "";
  } catch (error) {
    return ` (${codeOf(error)})`;
  }
}

function openToOthers(path: string): Stats | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && (found.mode & OTHERS) !== 0 ? found : undefined;
}

function octal(mode: number): string {
  return (mode & 0o777).toString(8).padStart(4, "0");
}
