/** Removes the `/v1` prefix, which the contract's paths do not have. */
export function withoutVersion(pathname: string): string {
  return pathname.startsWith("/v1/") ? pathname.slice(3) : pathname;
}
