/** The host of a URL, as a short name of an endpoint. The rest may hold a secret, and stays out of the page's title. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "Webhook endpoint";
}

/** Describes what is wrong with a URL, as far as a form can tell; null if nothing is. The server knows which hosts it reaches. */
export function urlRule(value: string): string | null {
  const text = value.trim();
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    return "Enter a URL that begins with https://.";
  }
  return normalUrl(text).length > 2048 ? "Use 2048 characters or fewer." : null;
}

/** A valid URL in its normal form, in which scheme and host are in lower case. */
export function normalUrl(value: string): string {
  return new URL(value.trim()).href;
}
