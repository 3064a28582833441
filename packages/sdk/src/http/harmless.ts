/**
 * A copy of an error that is safe as a `cause`: name, message and code, with keys hidden. All other members are left
 * out, because a custom `fetch` may attach the request with its headers. An error is recognized by its message, because
 * an error of another realm is not an instance of this realm's `Error`.
 */
export function harmless(error: unknown, clean: (text: string) => string, depth = 0): Error {
  try {
    return copyOf(error, clean, depth);
  } catch {
    return new Error("The error cannot be read."); // a proxy, or a getter that throws
  }
}

function copyOf(error: unknown, clean: (text: string) => string, depth: number): Error {
  const given = Object(error) as Readonly<Record<string, unknown>>;
  const { message, cause } = given;
  const copy = new Error(
    clean(typeof message === "string" ? message : String(error)),
    cause !== undefined && depth < 5 ? { cause: harmless(cause, clean, depth + 1) } : {},
  );
  for (const name of ["name", "stack", "code"]) {
    const text = given[name];
    if (typeof text === "string") Object.assign(copy, { [name]: clean(text) });
  }
  return copy;
}
