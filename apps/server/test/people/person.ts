import { expect } from "vitest";
import { type Browser, createBrowser } from "./browser.ts";
import { PASSWORD, type PeopleServer } from "./people-server.ts";

export const ADA = { name: "Ada", email: "ada@example.com", password: PASSWORD };

/** The token in the last mail of a kind. */
export function tokenIn({ mails }: PeopleServer, kind: string): string {
  const mail = mails.findLast((each) => each.kind === kind);
  const token = /#token=(\S+)/.exec(mail?.text ?? "")?.[1];
  return decodeURIComponent(token ?? "");
}

/** Signs a person up, and confirms their address. */
export async function signUp(server: PeopleServer, person = ADA): Promise<void> {
  const browser = createBrowser(server.url);
  expect((await browser.post("/auth/sign-up/email", person)).status).toBe(200);
  await expect.poll(() => tokenIn(server, "verify-email")).not.toBe("");
  const path = `/auth/verify-email?token=${tokenIn(server, "verify-email")}`;
  expect((await browser.get(path)).status).toBe(200);
}

/** Signs a person in, in a new browser. */
export async function signIn(
  { url }: Pick<PeopleServer, "url">,
  { email, password }: { email: string; password: string } = ADA,
): Promise<Browser> {
  const browser = createBrowser(url);
  const response = await browser.post("/auth/sign-in/email", { email, password });
  expect(response.status).toBe(200);
  return browser;
}

/** The content of a response. */
export async function outcomeOf(response: Response): Promise<{ status: number; code: unknown }> {
  const { code } = await response.json();
  return { status: response.status, code };
}
