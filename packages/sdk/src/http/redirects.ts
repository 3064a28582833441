import { isRedirect } from "./answer.ts";
import type { Outgoing } from "./outgoing.ts";

const MOST_REDIRECTS = 5;

/** Follows redirects within the origin only. Whatever else is redirected comes back as it is. */
export async function follow(
  first: Response,
  { url, method }: Pick<Outgoing, "url" | "method">,
  send: (url: string) => Promise<Response>,
): Promise<Response> {
  let response = first;
  let from = url;
  for (let redirects = 0; redirects < MOST_REDIRECTS && isRedirect(response); redirects++) {
    const target = targetOf(response, from, method);
    if (!target) break;
    await response.body?.cancel();
    response = await send(target);
    from = target;
  }
  return response;
}

function targetOf({ status, headers }: Response, from: string, method: string): string | undefined {
  const location = headers.get("location");
  const keepsMethod = status === 307 || status === 308 || (method === "GET" && status < 304);
  if (!location || !keepsMethod || !URL.canParse(location, from)) return undefined;
  const target = new URL(location, from);
  return target.origin === new URL(from).origin ? target.href : undefined;
}
