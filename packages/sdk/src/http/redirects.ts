import { isRedirect } from "./answer.ts";
import type { Outgoing } from "./outgoing.ts";

const MOST_REDIRECTS = 5;

/** Follows redirects within the origin. Returns any other redirect as it is. */
export async function follow(
  first: Response,
  { url, method }: Pick<Outgoing, "url" | "method">,
  send: (url: string) => Promise<Response>,
): Promise<Response> {
  let response = first;
  let from = new URL(url);
  for (let redirects = 0; redirects < MOST_REDIRECTS && isRedirect(response); redirects++) {
    const { status, headers } = response;
    const location = headers.get("location");
    const keepsMethod = status > 306 || (method === "GET" && status < 304);
    if (!location || !keepsMethod || !URL.canParse(location, from)) break;
    const target = new URL(location, from);
    if (target.origin !== from.origin) break;
    await response.body?.cancel?.(); // the stream of node-fetch has no `cancel`
    response = await send(target.href);
    from = target;
  }
  return response;
}
