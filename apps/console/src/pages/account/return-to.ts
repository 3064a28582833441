/** The search of the sign-in pages: where to go afterwards. */
export interface ReturnTo {
  readonly returnTo?: string;
}

/** Reads `returnTo` from a search, and leaves out what does not stay in the console. */
export function readReturnTo(search: Record<string, unknown>): ReturnTo {
  const { returnTo } = search;
  return typeof returnTo === "string" && isInside(returnTo) ? { returnTo } : {};
}

/** The address after signing in: the page that was asked for, or the first one. */
export function returnAddress({ returnTo }: ReturnTo): string {
  return `/console${returnTo ?? "/"}`;
}

/** `//host` and `/\host` are addresses of another site in a browser. */
function isInside(path: string): boolean {
  return /^\/(?![/\\])/.test(path) && !path.startsWith("/sign-in");
}
