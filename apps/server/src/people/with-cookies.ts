import { andThen, type HttpHandler, type HttpResponse } from "@sinkove/api";
import type { ListenerOptions } from "@sinkove/api/node";

/**
 * Writes the cookies of a response, which has each header once, in headers of their own: several cookies are the one
 * case in which HTTP needs several headers of one name (RFC 9110, section 5.3).
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
