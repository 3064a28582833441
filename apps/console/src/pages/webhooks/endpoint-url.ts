/**
 * Returns the host of a URL as a short name for an endpoint. Titles do not show the rest, because it can contain a
 * secret.
 */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "Webhook endpoint";
}

/** Returns what is wrong with a URL, or null. The server also checks the host. */
export function urlRule(value: string): string | null {
  const text = value.trim();
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    return "Enter a URL that begins with https://.";
  }
  return normalUrl(text).length > 2048 ? "Use 2048 characters or fewer." : null;
}

/** Returns a valid URL in its normal form, with its scheme and host in lower case. */
export function normalUrl(value: string): string {
  return new URL(value.trim()).href;
}
