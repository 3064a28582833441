/**
 * An error with its stack, for a log. It may contain a secret: redact it if a request can be its
 * cause.
 */
export function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : `${error}`;
}
