import { redirect } from "@tanstack/react-router";

const tokens = new Map<string, string>();

/**
 * Takes the token of a mailed link out of the address, so that it is in no history, and keeps it in memory. A reload
 * forgets it: the person opens the link again.
 */
export function keepToken(location: { pathname: string; hash: string }): void {
  const token = new URLSearchParams(location.hash.replace(/^#/, "")).get("token");
  if (!token) return;
  tokens.set(location.pathname, token);
  throw redirect({ to: location.pathname, replace: true });
}

/** The token that a page's link carried, if it was opened by one. */
export function tokenOf(pathname: string): string | undefined {
  return tokens.get(pathname);
}

/** Forgets a token that was used. */
export function forgetToken(pathname: string): void {
  tokens.delete(pathname);
}
