/** A path as the contract writes it. */
export function withoutVersion(pathname: string): string {
  return pathname.startsWith("/v1/") ? pathname.slice(3) : pathname;
}
