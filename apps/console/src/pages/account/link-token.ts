import { redirect } from "@tanstack/react-router";

const tokens = new Map<string, string>();

/**
 * Moves the token of a mailed link from the address to memory, so that it is not in the browser's history. After a
 * reload, the person must open the link again.
 */
export function keepToken(location: { pathname: string; hash: string }): void {
  const token = new URLSearchParams(location.hash.replace(/^#/, "")).get("token");
  if (!token) return;
  tokens.set(location.pathname, token);
  throw redirect({ to: location.pathname, replace: true });
}

/** Returns the token of the link that opened a page; undefined if there was none. */
export function tokenOf(pathname: string): string | undefined {
  return tokens.get(pathname);
}

/** Removes a used token. */
export function forgetToken(pathname: string): void {
  tokens.delete(pathname);
}
