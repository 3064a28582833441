/** A database that the schema is made in. */
export type Dialect = "sqlite" | "postgres";

/** Statements for both databases, or for one of them. */
export type Migration = readonly (string | { readonly [D in Dialect]?: string })[];
