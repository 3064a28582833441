import type { HttpRequest } from "@sinkove/api";

/** The origin that people use: the configured one, or that of the request, which the listener has checked. */
export function originOf({ url }: Pick<HttpRequest, "url">, publicUrl: string | undefined): string {
  return publicUrl ?? new URL(url).origin;
}

/**
 * Whether a page of this server sent the request. Browsers set both headers themselves: no page of another origin can
 * forge them. `Sec-Fetch-Site` decides if it is there, as in the API.
 */
export function isFromOwnOrigin(
  { url, headers }: Pick<HttpRequest, "url" | "headers">,
  publicUrl: string | undefined,
): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  return origin !== null && (origin === new URL(url).origin || origin === publicUrl);
}
