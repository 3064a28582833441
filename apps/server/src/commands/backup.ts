import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { cannotUse } from "../database.ts";
import { messageOf, StartError } from "../start-error.ts";
import type { CommandContext } from "./command.ts";
import { readArguments, show } from "./command-line.ts";

/**
 * Runs `backup FILE`: copies an SQLite database in a consistent state, while servers and workers keep writing. Then checks
 * the copy, because SQLite also copies a damaged database without an error.
 *
 * @throws StartError if the database is not an SQLite file or is damaged, or the copy exists or cannot be written
 */
export async function runBackup(args: string[], context: CommandContext): Promise<void> {
  const { configuration, terminal } = context;
  const { positionals, json } = readArguments(args, { usage: "backup FILE" });
  const [named = ""] = positionals;
  // A relative name such as :memory: has another meaning in SQLite.
  const copy = resolve(named);
  const { database } = configuration;
  if (database.kind !== "sqlite")
    throw new StartError("backup copies an SQLite file. Back up PostgreSQL with pg_dump.");
  if (existsSync(copy)) throw new StartError(`The file ${named} exists. Name another one.`);
  const source = open(database.file);
  try {
    await backup(source, copy);
  } catch (error) {
    await rm(copy, { force: true });
    const message = `The copy ${named} cannot be written: ${messageOf(error)}.`;
    throw new StartError(message, { cause: error });
  } finally {
    source.close();
  }
  const fault = faultIn(copy);
  if (fault !== undefined) {
    throw new StartError(
      `The database ${database.file} is damaged, and so is the copy ${named}: ${fault}. Keep both, and restore an earlier backup.`,
    );
  }
  show(terminal, { json, value: { file: named }, rows: [[named]] });
}

/** Returns the first fault that SQLite finds in a database; undefined if there is none. */
function faultIn(file: string): string | undefined {
  try {
    using copy = new DatabaseSync(file);
    const { quick_check: result } = copy.prepare("pragma quick_check(1)").get() ?? {};
    return result === "ok" ? undefined : `${result}`;
  } catch (error) {
    return messageOf(error);
  }
}

/** @throws StartError if the database does not exist */
function open(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  } catch (error) {
    throw cannotUse({ kind: "sqlite", file }, error);
  }
}
