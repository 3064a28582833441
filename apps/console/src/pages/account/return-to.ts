/** The search parameters of the sign-in pages. */
export interface ReturnTo {
  readonly returnTo?: string;
}

/** Reads `returnTo` from search parameters. Ignores addresses outside the console. */
export function readReturnTo(search: Record<string, unknown>): ReturnTo {
  const { returnTo } = search;
  return typeof returnTo === "string" && isInside(returnTo) ? { returnTo } : {};
}

/** Returns the address to open after signing in: the requested page, or the first page. */
export function returnAddress({ returnTo }: ReturnTo): string {
  return `/console${returnTo ?? "/"}`;
}

/** Whether a path stays on this site. Browsers treat `//host` and `/\host` as addresses of another site. */
function isInside(path: string): boolean {
  return /^\/(?![/\\])/.test(path) && !path.startsWith("/sign-in");
}
