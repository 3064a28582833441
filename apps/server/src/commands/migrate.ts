import { type MigrationPlan, NewerDatabaseError } from "@sinkove/api/store/sqlite";
import type { DatabaseLocation } from "../configuration.ts";
import { cannotUse, openDatabase } from "../database.ts";
import { lockDatabase } from "../file-lock.ts";
import { migrateBetterAuth } from "../people/better-auth.ts";
import { migrateAuth } from "../people/migrate.ts";
import { StartError } from "../start-error.ts";
import type { CommandContext } from "./command.ts";
import { readArguments, show } from "./command-line.ts";

/**
 * Runs `migrate`: updates the database, as starting the server does. With `--plan`, it only prints what it would do.
 *
 * @throws StartError if the database cannot be used, or was updated by a newer version
 */
export async function runMigrate(args: string[], context: CommandContext): Promise<void> {
  const { configuration, terminal } = context;
  const { flags, json } = readArguments(args, { usage: "migrate", flags: ["plan"] as const });
  const plan = await planOf(configuration.database);
  const { applied, known, missing } = plan;
  if (applied > known) throw cannotUse(configuration.database, new NewerDatabaseError(applied));
  if (!flags.plan) await migrate(configuration.database);
  const value = { applied, known, missing };
  if (json) return show(terminal, { json, value, rows: [] });
  if (missing.length === 0)
    return terminal.out(`The database is up to date (${applied} migrations).`);
  terminal.out(
    flags.plan
      ? `${applied} of ${known} migrations are applied. These would follow:`
      : `Applied the migrations ${applied + 1} to ${known}.`,
  );
  if (flags.plan) for (const text of linesOf(plan)) terminal.out(text);
}

/** Updates all tables, including those for signing in. No server may be running on an SQLite file. */
async function migrate(location: DatabaseLocation): Promise<void> {
  const lock = location.kind === "sqlite" ? lockDatabase(location.file) : undefined;
  try {
    const store = await openDatabase(location, "server");
    await store.close();
    await migrateAuth(location, (database) => migrateBetterAuth({ database }));
  } catch (error) {
    throw error instanceof StartError ? error : cannotUse(location, error);
  } finally {
    lock?.release();
  }
}

function linesOf({ applied, missing }: MigrationPlan): string[] {
  return missing.flatMap((statements, index) => [
    `-- migration ${applied + index + 1}`,
    ...statements.map((text) => `${text.replaceAll(/\s+/g, " ").trim()};`),
  ]);
}

async function planOf(location: DatabaseLocation): Promise<MigrationPlan> {
  try {
    if (location.kind === "sqlite") {
      const { planSqliteMigrations } = await import("@sinkove/api/store/sqlite");
      return await planSqliteMigrations(location.file);
    }
    const { planPostgresMigrations } = await import("@sinkove/api/store/postgres");
    return await planPostgresMigrations(location);
  } catch (error) {
    throw cannotUse(location, error);
  }
}
