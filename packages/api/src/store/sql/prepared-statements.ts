/** A query as `pg` takes it. One with a name is parsed and planned once on each connection. */
export interface PostgresQuery {
  readonly name?: string;
  readonly text: string;
  // `pg` does not change it, but its type does not say so.
  readonly values: unknown[];
}

/** Further queries get no name, because each named query takes memory on every connection. */
const MOST = 300;

const names = new Map<string, string>();

/** Gives a query with parameters a name. Lists of different lengths make different queries. */
export function prepared(text: string, parameters: readonly unknown[]): PostgresQuery {
  const values = [...parameters];
  if (values.length === 0) return { text, values };
  const known = names.get(text);
  if (known !== undefined) return { name: known, text, values };
  if (names.size >= MOST) return { text, values };
  const name = `sinkove_${names.size}`;
  names.set(text, name);
  return { name, text, values };
}
