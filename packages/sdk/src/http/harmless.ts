/**
 * A copy of an error that can be kept as a `cause`: name, message and code, with keys hidden. What
 * else hangs on it is left behind, since a `fetch` of yours may attach the request with its headers.
 */
export function harmless(error: unknown, clean: (text: string) => string, depth = 0): Error {
  try {
    return copyOf(error, clean, depth);
  } catch {
    return new Error("The error cannot be read."); // a proxy, or a getter that throws
  }
}

function copyOf(error: unknown, clean: (text: string) => string, depth: number): Error {
  if (!(error instanceof Error)) return new Error(clean(String(error)));
  const { cause } = error;
  const copy = new Error(
    clean(error.message),
    cause !== undefined && depth < 5 ? { cause: harmless(cause, clean, depth + 1) } : {},
  );
  const { code } = error as { code?: unknown };
  return Object.assign(copy, {
    name: clean(error.name),
    stack: clean(error.stack ?? ""),
    ...(typeof code === "string" && { code: clean(code) }),
  });
}
