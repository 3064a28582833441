import type { Compilable, CompiledQuery, Kysely } from "kysely";
import type { Schema } from "./schema.ts";

type Value = string | number | null;
type Values = Readonly<Record<string, Value | readonly Value[] | undefined>>;

/**
 * Builds a query. It is called once for each shape of values, that is, which of them are present and how long the lists
 * are. It must not depend on anything else, and is a separate function so that it cannot.
 */
export type Query<V, R> = (database: Kysely<Schema>, values: V) => Compilable<R>;

/** Stands for a value while a query is compiled. */
class Slot {
  readonly name: string;
  readonly index: number | undefined;

  constructor(name: string, index?: number) {
    this.name = name;
    this.index = index;
  }
}

/** When there are this many, all are dropped: lists of different lengths make different queries. */
const MOST = 500;

/** Queries that are compiled once per database: building one costs more than running it. */
export class CompiledQueries {
  readonly #known = new Map<unknown, Map<string, CompiledQuery>>();
  #size = 0;

  /** Runs a query on the database or in a transaction. */
  async run<V extends { readonly [Name in keyof V]: Values[string] }, R>(
    database: Kysely<Schema>,
    query: Query<V, R>,
    values: V,
  ): Promise<R[]> {
    const compiled = this.#compile(database, query, values);
    const parameters = compiled.parameters.map((each) =>
      each instanceof Slot ? fill(each, values) : each,
    );
    // The cast is safe because the query has rows of type R. Only the type of a compiled query does not show this.
    const filled = { ...compiled, parameters } as CompiledQuery<R>;
    return (await database.executeQuery(filled)).rows;
  }

  #compile<V extends Values, R>(
    database: Kysely<Schema>,
    query: Query<V, R>,
    values: V,
  ): CompiledQuery {
    const shape = shapeOf(values);
    const known = this.#known.get(query)?.get(shape);
    if (known) return known;
    if (this.#size >= MOST) this.#forget();
    const compiled = query(database, slotsOf(values)).compile();
    const shapes = this.#known.get(query) ?? new Map<string, CompiledQuery>();
    this.#known.set(query, shapes.set(shape, compiled));
    this.#size += 1;
    return compiled;
  }

  #forget(): void {
    this.#known.clear();
    this.#size = 0;
  }
}

function shapeOf(values: Values): string {
  let shape = "";
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined)
      shape += Array.isArray(value) ? `${name}[${value.length}] ` : `${name} `;
  }
  return shape;
}

function slotsOf<V extends Values>(values: V): V {
  const slots = Object.entries(values).map(([name, value]) => [name, slotOf(name, value)]);
  // Kysely passes values on unchanged, so slots can take their place until the query runs.
  return Object.fromEntries(slots);
}

function slotOf(name: string, value: Values[string]): unknown {
  if (value === undefined) return undefined;
  if (typeof value !== "object" || value === null) return new Slot(name);
  return value.map((_, index) => new Slot(name, index));
}

function fill({ name, index }: Slot, values: Values): unknown {
  const value = values[name];
  return index !== undefined && Array.isArray(value) ? value[index] : value;
}
