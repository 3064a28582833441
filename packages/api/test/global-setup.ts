import { startPostgres } from "@sinkove/temporary-postgres";

/**
 * Starts one PostgreSQL server for all test files, because each start takes two seconds of processor time. Each file
 * creates its own databases on it. If `DATABASE_URL` is set, that server is used instead.
 */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.DATABASE_URL) return undefined;
  const { url, remove } = await startPostgres();
  process.env.DATABASE_URL = url;
  return remove;
}
