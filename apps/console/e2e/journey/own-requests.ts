import type { Page } from "playwright-core";

/** A request. With a body it is a POST, if no method says otherwise. */
interface Call {
  readonly method?: string;
  readonly body?: object;
}

/** Sends a request from the open page, by its session, as the console does. */
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

/** The id of the organization that the first start made. */
export async function organizationOf(page: Page): Promise<string> {
  const { body } = await send(page, "/v1/me");
  // A boundary: the contract says what this response holds.
  return (body as { organizations: [{ id: string }] }).organizations[0].id;
}
