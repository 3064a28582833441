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
  const { name, message, stack, cause, code } = Object(error) as Partial<NodeJS.ErrnoException>;
  if (typeof message !== "string") return new Error(clean(String(error)));
  const copy = new Error(
    clean(message),
    cause !== undefined && depth < 5 ? { cause: harmless(cause, clean, depth + 1) } : {},
  );
  return Object.assign(copy, {
    name: clean(String(name)),
    stack: clean(String(stack ?? "")),
    ...(typeof code === "string" && { code: clean(code) }),
  });
}
