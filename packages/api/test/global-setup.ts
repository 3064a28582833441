import { startPostgres } from "@sinkove/temporary-postgres";

/**
 * Starts one PostgreSQL for all test files, because each start takes two seconds of processor time. Each file has its
 * own databases on it. A server that is given by `DATABASE_URL` is used instead.
 */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.DATABASE_URL) return undefined;
  const { url, remove } = await startPostgres();
  process.env.DATABASE_URL = url;
  return remove;
}
