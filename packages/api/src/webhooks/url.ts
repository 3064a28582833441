import { validationError } from "../http/problem.ts";

/**
 * Returns what is wrong with a well-formed URL, such as a host that is not public; undefined if it is allowed. The host
 * of the API provides this function, because it knows what it can reach, and what it must not reach.
 */
export type WebhookUrlFault = (url: URL) => string | undefined;

/** Only checks the scheme, for hosts without a network that webhooks could harm. */
export const requireHttps: WebhookUrlFault = ({ protocol }) =>
  protocol === "https:" ? undefined : "must begin with https://";

/**
 * Reads the URL of an endpoint.
 *
 * @returns it in its normal form
 * @throws ApiError VALIDATION_ERROR
 */
export function readWebhookUrl(text: string, faultOf: WebhookUrlFault): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const detail = url ? (faultIn(url) ?? faultOf(url)) : "is not a URL";
  if (url && detail === undefined) return url.href;
  throw validationError([{ pointer: "/url", detail: detail ?? "is not a URL", keyword: "format" }]);
}

function faultIn({ username, password, hash, href }: URL): string | undefined {
  if (username !== "" || password !== "") return "must have no user name and no password";
  if (hash !== "") return "must have no fragment";
  return href.length > 2048 ? "must have at most 2048 characters" : undefined;
}
