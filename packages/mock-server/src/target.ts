/** Where a request is addressed. */
export interface Target {
  /** Such as `http://127.0.0.1:4010`. */
  readonly origin: string;
  /** Percent-encoded. */
  readonly pathname: string;
  /** With its question mark; empty where there is no query. */
  readonly search: string;
}

/** Takes an absolute, normalized URL apart: to make a `URL` of each would cost as much as to route it. */
export function readTarget(url: string): Target {
  const hash = url.indexOf("#");
  const whole = hash === -1 ? url : url.slice(0, hash);
  const path = whole.indexOf("/", whole.indexOf("://") + 3);
  const query = whole.indexOf("?", path);
  const pathEnd = query === -1 ? whole.length : query;
  return {
    origin: whole.slice(0, path),
    pathname: whole.slice(path, pathEnd),
    search: whole.slice(pathEnd),
  };
}

/** A path as the contract writes it. */
export function withoutVersion(pathname: string): string {
  return pathname.startsWith("/v1/") ? pathname.slice(3) : pathname;
}
