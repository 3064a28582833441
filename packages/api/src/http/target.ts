/**
 * The target of a request as its client knows it. Behind a proxy it differs from the address that
 * arrives here.
 */
export interface Target {
  /** Such as `https://api.sinkove.com`. */
  readonly origin: string;
  /** Percent-encoded, including everything before the API's own paths. */
  readonly pathname: string;
  /** With its question mark; empty if there is no query. */
  readonly search: string;
}

/** Where the API is reached from outside. */
export interface PublicAddress {
  readonly origin: string;
  /** The prefix of the API's own paths: empty, or such as `/sandbox`. */
  readonly path: string;
}

/** @throws TypeError if it is not a URL */
export function readPublicAddress(publicUrl: string): PublicAddress {
  const { origin, pathname } = new URL(publicUrl);
  return { origin, path: pathname.replace(/\/$/, "") };
}

/**
 * Splits an absolute, normalized URL. Creating a `URL` would cost as much as routing the request.
 */
export function readTarget(url: string): Target {
  const pathStart = url.indexOf("/", url.indexOf("://") + 3);
  const hash = url.indexOf("#", pathStart);
  const end = hash === -1 ? url.length : hash;
  const queryStart = url.indexOf("?", pathStart);
  const pathEnd = queryStart === -1 || queryStart > end ? end : queryStart;
  return {
    origin: url.slice(0, pathStart),
    pathname: url.slice(pathStart, pathEnd),
    search: pathEnd + 1 < end ? url.slice(pathEnd, end) : "",
  };
}

/** The same target under the address that the client knows. */
export function atPublicAddress(target: Target, address: PublicAddress | undefined): Target {
  if (!address) return target;
  return { ...target, origin: address.origin, pathname: address.path + target.pathname };
}
