import { hash } from "node:crypto";

/** A query as `pg` takes it. One with a name is parsed and planned once on each connection. */
export interface PostgresQuery {
  readonly name?: string;
  readonly text: string;
  // `pg` does not change it, but its type does not say so.
  readonly values: unknown[];
}

/** Gives queries the names under which they are prepared. */
export interface PreparedStatements {
  /** A query with parameters gets a name. Lists of different lengths make different queries. */
  readonly queryOf: (text: string, parameters: readonly unknown[]) => PostgresQuery;
  /** From now on, queries have no names. */
  readonly stop: () => void;
}

/** Further queries get no name, because each named query takes memory on every connection. */
const MOST = 300;

/**
 * A name depends on nothing but the query: behind a pooler, servers share the sessions of PostgreSQL, and the same name
 * for two queries would run the other server's.
 */
export function createPreparedStatements(): PreparedStatements {
  const names = new Map<string, string>();
  let isStopped = false;
  const nameOf = (text: string): string => {
    const name = `sinkove_${hash("sha256", text).slice(0, 32)}`;
    names.set(text, name);
    return name;
  };
  return {
    queryOf(text, parameters) {
      const values = [...parameters];
      if (isStopped || values.length === 0) return { text, values };
      const name = names.get(text) ?? (names.size < MOST ? nameOf(text) : undefined);
      return name === undefined ? { text, values } : { name, text, values };
    },
    stop() {
      isStopped = true;
    },
  };
}
