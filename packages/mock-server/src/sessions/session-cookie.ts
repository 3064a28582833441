/** The cookie of a session, as the contract names it. */
const NAME = "sinkove_session";

/** What a browser is told to keep: no page's script reads it, and no other site's page sends it with a change. */
export function setSessionCookie(token: string): string {
  return `${NAME}=${token}; HttpOnly; SameSite=Lax; Path=/`;
}

/** Has the browser forget the session. */
export const FORGET_SESSION: string = `${NAME}=; Max-Age=0; HttpOnly; SameSite=Lax; Path=/`;

/** A `Cookie` header with a session. */
export function sessionCookie(token: string): string {
  return `${NAME}=${token}`;
}

/** The token in a `Cookie` header; undefined if there is none. */
export function readSessionToken(header: string | null): string | undefined {
  const found = header?.split(";").find((pair) => pair.trimStart().startsWith(`${NAME}=`));
  return found?.slice(found.indexOf("=") + 1).trim();
}
