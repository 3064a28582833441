interface Needed {
  readonly required: boolean;
}

/** The arguments of a method of the SDKs, by the part of the request that contains them. */
export interface SdkArguments<Argument extends Needed = Needed> {
  /** In the order of the path. */
  readonly path: readonly Argument[];
  readonly query: readonly Argument[];
  readonly body: (Needed & { readonly members: readonly Argument[] }) | undefined;
}

/**
 * The order of the body and the query in TypeScript, where each is one argument: the required one first. The arguments
 * of the path precede them, and the options follow.
 */
export function bodyAndQuery({ body, query }: SdkArguments): readonly ("body" | "query")[] {
  const isQueryRequired = query.some(({ required }) => required);
  const isQueryFirst = isQueryRequired && !body?.required;
  const order = isQueryFirst ? (["query", "body"] as const) : (["body", "query"] as const);
  return order.filter((part) => (part === "body" ? body !== undefined : query.length > 0));
}

export interface PythonArguments<Argument> {
  /** The required arguments, which programs can pass by position. */
  readonly positional: readonly Argument[];
  readonly keywordOnly: readonly Argument[];
}

/** The arguments in Python. The body of a PATCH is left out: it is one argument after the positional ones. */
export function pythonArguments<Argument extends Needed>(
  { path, query, body }: SdkArguments<Argument>,
  method: string,
): PythonArguments<Argument> {
  const members = method.toUpperCase() === "PATCH" ? [] : (body?.members ?? []);
  const all = [...path, ...members, ...query];
  return {
    positional: all.filter(({ required }) => required),
    keywordOnly: all.filter(({ required }) => !required),
  };
}
