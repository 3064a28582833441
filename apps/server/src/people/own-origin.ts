import type { HttpRequest } from "@sinkove/api";

/** The origin that people use: the configured one, or the request's, which the listener has checked. */
export function originOf({ url }: Pick<HttpRequest, "url">, publicUrl: string | undefined): string {
  return publicUrl ?? new URL(url).origin;
}
