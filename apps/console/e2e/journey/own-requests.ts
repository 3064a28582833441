import type { Page } from "playwright-core";

/** A request. By default, the method is POST with a body, and GET without. */
interface Call {
  readonly method?: string;
  readonly body?: object;
}

/** Sends a request from the open page with its session, as the console does. */
export function send(
  page: Page,
  path: string,
  { body, method = body ? "POST" : "GET" }: Call = {},
): Promise<{ status: number; body: unknown }> {
  return page.evaluate(
    async ([to, verb, text]) => {
      const response = await fetch(to, {
        method: verb,
        ...(text && { body: text, headers: { "Content-Type": "application/json" } }),
      });
      const answer = await response.text();
      return { status: response.status, body: answer === "" ? null : JSON.parse(answer) };
    },
    [path, method, body === undefined ? "" : JSON.stringify(body)] as const,
  );
}

/** Returns the id of the organization that the first start created. */
export async function organizationOf(page: Page): Promise<string> {
  const { body } = await send(page, "/v1/me");
  // The cast is safe because the contract defines this response.
  return (body as { organizations: [{ id: string }] }).organizations[0].id;
}
