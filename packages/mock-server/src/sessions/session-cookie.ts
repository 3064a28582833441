/** The name of the session cookie in the contract. */
const NAME = "sinkove_session";

/** A `Set-Cookie` value. Scripts cannot read the cookie, and POST requests from other sites do not send it. */
export function setSessionCookie(token: string): string {
  return `${NAME}=${token}; HttpOnly; SameSite=Lax; Path=/`;
}

/** A `Set-Cookie` value that deletes the session cookie. */
export const FORGET_SESSION: string = `${NAME}=; Max-Age=0; HttpOnly; SameSite=Lax; Path=/`;

/** A `Cookie` value with a session. */
export function sessionCookie(token: string): string {
  return `${NAME}=${token}`;
}

/** Returns the session token in a `Cookie` header, or undefined if there is none. */
export function readSessionToken(header: string | null): string | undefined {
  const found = header?.split(";").find((pair) => pair.trimStart().startsWith(`${NAME}=`));
  return found?.slice(found.indexOf("=") + 1).trim();
}
