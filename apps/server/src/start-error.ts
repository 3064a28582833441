/** Why the program cannot do its work, in one line that says what to do. */
export class StartError extends Error {
  override readonly name: string = "StartError";
}

/** The code of Node's errors, such as `EADDRINUSE`, and PostgreSQL's, such as `28P01`. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return `${error.code}`;
}

/** SQLite's primary result code (sqlite.org/rescode.html). */
export function sqliteCodeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error)) return undefined;
  return Number(error.errcode) & 0xff;
}

/** The message of an error. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : `${error}`;
}
