import { andThen, type HttpHandler, type HttpResponse } from "@sinkove/api";
import type { ListenerOptions } from "@sinkove/api/node";

/**
 * Adds a response's cookies as separate headers. Cookies are the only case in which HTTP needs several headers of the
 * same name (RFC 9110, section 5.3).
 */
export function withCookies(handle: HttpHandler): ListenerOptions["handle"] {
  return (request, { outgoing }) =>
    andThen(handle(request), (response) => {
      for (const cookie of cookiesOf(response)) outgoing.appendHeader("Set-Cookie", cookie);
      return response;
    });
}

function cookiesOf(response: HttpResponse): readonly string[] {
  return "cookies" in response && Array.isArray(response.cookies) ? response.cookies : [];
}
